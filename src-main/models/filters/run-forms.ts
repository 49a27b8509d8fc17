import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import { placeOf, withoutIndex } from '../../database/dialect.ts'
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
 * - `flows`: each flow's runs are gone through, newest first, until one matches.
 * - `runs`, `tasks`: one pass over the flow runs, or over the task runs, gathers the flows; through an
 *   entrance, or over the whole table.
 */
export type RunForm =
  { readonly by: 'flows' } | { readonly by: 'runs' | 'tasks'; readonly through?: Entrance }

/** The condition of a flow in the form. */
export function hasRun(asked: AskedRun, form: RunForm): Expression<SqlBool> {
  if (form.by === 'flows') return hasRunOfItsOwn(asked)
  const query = expressionBuilder<Database, 'flow'>()
  const flows = form.by === 'runs' ? flowsOfRuns(asked, form) : flowsOfTasks(asked, form)
  return query('flow.id', 'in', flows)
}

function hasRunOfItsOwn(asked: AskedRun): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'flow' | 'flow_run'>()
  const newest = query
    .selectFrom('flow_run')
    .whereRef('flow_run.flow_id', '=', 'flow.id')
    .where(matches(asked))
    .orderBy(placeOf('flow_run'), 'desc')
    .limit(1)
    .select(query.lit(1).as('one'))
  return sql<SqlBool>`${newest} is not null`
}

function flowsOfRuns(asked: AskedRun, { through }: { through?: Entrance }) {
  const query = expressionBuilder<Database, 'flow'>()
  return query
    .selectFrom('flow_run')
    .$if(Boolean(through), (run) => run.where(through?.condition as Expression<SqlBool>))
    .where(matches(asked))
    .select('flow_run.flow_id')
}

function flowsOfTasks({ run, task }: AskedRun, { through }: { through?: Entrance }) {
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
