import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import type { RunFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import { countUpTo, lastPlace, placeOf, withoutIndex } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import type { Database } from '../../database/tables.ts'
import { asExpression, join, type Condition } from './condition.ts'
import { deploymentsWhere } from './deployments-where.ts'
import { flowRunCondition } from './flow-run-filter.ts'
import { taskRunCondition } from './task-run-filter.ts'

/** Of so many last task runs it is counted how many match. */
const lookedAt = 2_000
/** Where so many of them do, most deployments have one near at hand. */
const often = lookedAt / 5

/**
 * {@link deploymentsWhere} for a filter on task runs that few match: these are found once, by them
 * their flow runs, and by them the deployments. Asked of each deployment in turn, every task run would
 * be looked up by itself. Null where no such filter is given, or where many match.
 */
export async function deploymentsOfTasks(
  db: Reading,
  filters: RunFilters,
): Promise<Condition | null> {
  const { task_runs, flow_runs, ...others } = filters
  const task = task_runs ? taskRunCondition(task_runs) : 'always'
  if (task === 'always' || (await matchesOften(db, task))) return null
  const run = flow_runs ? flowRunCondition(flow_runs) : 'always'
  return join('and_', [deploymentsWhere(others), isOfRunOfTask(run, task)])
}

async function matchesOften(db: Reading, task: Expression<SqlBool>): Promise<boolean> {
  const isLate = sql<SqlBool>`${placeOf('task_run')} > ${lastPlace('task_run')} - ${lookedAt}`
  const query = expressionBuilder<Database, 'task_run'>()
  const count = countUpTo('task_run', query.and([isLate, withoutIndex(task)]), often)
  const row = await db.selectNoFrom(count.as('count')).executeTakeFirstOrThrow()
  return row.count >= often
}

function isOfRunOfTask(run: Condition, task: Expression<SqlBool>): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'deployment'>()
  const runIds = query.selectFrom('task_run').where(task).select('task_run.flow_run_id')
  const deploymentIds = query
    .selectFrom('flow_run')
    .where('flow_run.id', 'in', runIds)
    .where(run === 'always' ? asExpression(run) : withoutIndex(run))
    .select('flow_run.deployment_id')
  return query('deployment.id', 'in', deploymentIds)
}
