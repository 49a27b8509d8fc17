import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { RunFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import type { TaskRunFilter } from '../../../src-shared/contract/schemas/task-run-filter.ts'
import { countUpTo, withoutIndex } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import type { Database } from '../../database/tables.ts'
import { asExpression, join, type Condition } from '../filters/condition.ts'
import { flowRunsWhere } from '../filters/flow-runs-where.ts'
import type { WithLabels } from '../filters/label-filter.ts'
import { taskRunEntrances, type Entrance } from '../filters/run-entrances.ts'
import { taskRunCondition } from '../filters/task-run-filter.ts'

/** So many task runs are looked up in the time of a quarter of a pass over all flow runs of the bench. */
const fewTaskRuns = 100_000

/**
 * The condition of the flow runs that are asked for, where all that match are wanted. A filter on task
 * runs is asked of each run in turn, unless an index leaves few task runs, or nothing else is asked:
 * then the task runs are gone through once, and their flow runs are taken.
 */
export async function askedRuns(db: Reading, filters: WithLabels<RunFilters>): Promise<Condition> {
  const { task_runs, ...others } = filters
  if (!task_runs) return flowRunsWhere(filters)
  const entrance = await narrowEntrance(db, task_runs)
  const rest = flowRunsWhere(others)
  if (!entrance && rest !== 'always') return flowRunsWhere(filters)
  return join('and_', [rest, isRunOfTasks(task_runs, entrance)])
}

async function narrowEntrance(db: Reading, filter: TaskRunFilter): Promise<Entrance | undefined> {
  for (const entrance of taskRunEntrances(filter)) {
    if ((await rowsBehind(db, entrance)) <= fewTaskRuns) return entrance
  }
  return undefined
}

async function rowsBehind(db: Reading, { counted }: Entrance): Promise<number> {
  let rows = 0
  for (const condition of counted) {
    const count = countUpTo('task_run', condition, fewTaskRuns + 1)
    rows += (await db.selectNoFrom(count.as('count')).executeTakeFirstOrThrow()).count
  }
  return rows
}

function isRunOfTasks(filter: TaskRunFilter, entrance: Entrance | undefined): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'flow_run'>()
  const asked = taskRunCondition(filter)
  const flowRuns = query
    .selectFrom('task_run')
    .where(entrance?.condition ?? asExpression('always'))
    .where(asked === 'always' ? asExpression(asked) : withoutIndex(asked))
    .select('task_run.flow_run_id')
  return query('flow_run.id', 'in', flowRuns)
}
