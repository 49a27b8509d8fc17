import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import { placeOf, withoutIndex } from '../../database/dialect.ts'
import type { End } from '../../database/run-sample.ts'
import type { Database } from '../../database/tables.ts'
import { asExpression, type Condition } from './condition.ts'
import type { Entrance } from './run-entrances.ts'

/** What is asked of a flow's runs: that one and the same of them satisfies both. */
export interface AskedRun {
  readonly run: Condition
  /** Absent where no task run is asked for. */
  readonly task?: Condition
}

/**
 * A form of the question which flows have such a run. All mean the same.
 *
 * - `flows`: each flow's runs are gone through until one matches.
 * - `runs`, `tasks`: one pass over the flow runs, or over the task runs, gathers the flows; through an
 *   entrance, or over the whole table. Many flows are then met in the order that is asked for, few are
 *   looked up and sorted.
 */
export type RunForm = { readonly by: 'flows'; readonly from: End } | PassForm

/** One pass over a table of runs. */
export interface PassForm {
  readonly by: 'runs' | 'tasks'
  readonly through?: Entrance
  readonly manyFlows?: boolean
}

/** The condition of a flow in the form. */
export function hasRun(asked: AskedRun, form: RunForm): Expression<SqlBool> {
  if (form.by === 'flows') return hasRunOfItsOwn(asked, form.from)
  const query = expressionBuilder<Database, 'flow'>()
  const flows = form.by === 'runs' ? flowsOfRuns(asked, form) : flowsOfTasks(asked, form)
  const id = query.ref('flow.id')
  return query(form.manyFlows ? withoutIndex(id) : id, 'in', flows)
}

function hasRunOfItsOwn(asked: AskedRun, from: End): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'flow' | 'flow_run'>()
  const first = query
    .selectFrom('flow_run')
    .whereRef('flow_run.flow_id', '=', 'flow.id')
    .where(matches(asked))
    .orderBy(placeOf('flow_run'), from === 'newest' ? 'desc' : 'asc')
    .limit(1)
    .select(query.lit(1).as('one'))
  return sql<SqlBool>`${first} is not null`
}

function flowsOfRuns(asked: AskedRun, { through }: PassForm) {
  const query = expressionBuilder<Database, 'flow'>()
  return query
    .selectFrom('flow_run')
    .$if(Boolean(through), (run) => run.where(through?.condition as Expression<SqlBool>))
    .where(matches(asked))
    .select('flow_run.flow_id')
}

function flowsOfTasks({ run, task }: AskedRun, { through }: PassForm) {
  const query = expressionBuilder<Database, 'flow'>()
  return (
    query
      .selectFrom('task_run')
      // CROSS JOIN, so that SQLite keeps to the order.
      .crossJoin('flow_run')
      .whereRef('flow_run.id', '=', 'task_run.flow_run_id')
      .$if(Boolean(through), (one) => one.where(through?.condition as Expression<SqlBool>))
      .where(unserved(task ?? 'always'))
      .where(unserved(run))
      .select('flow_run.flow_id')
  )
}

/** True of a flow run that is as asked; no index is taken for it, but the one of its task runs. */
export function matches({ run, task }: AskedRun): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'flow_run'>()
  if (task === undefined) return unserved(run)
  const tasks = query
    .selectFrom('task_run')
    .whereRef('task_run.flow_run_id', '=', 'flow_run.id')
    .where(unserved(task))
    .select(query.lit(1).as('one'))
  return query.and([unserved(run), query.exists(tasks)])
}

/** Without a condition there is no plus: SQLite then sees that nothing is asked. */
function unserved(condition: Condition): Expression<SqlBool> {
  return condition === 'always' ? asExpression(condition) : withoutIndex(condition)
}
