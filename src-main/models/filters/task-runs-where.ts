import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { TaskRunFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import { withoutIndex } from '../../database/dialect.ts'
import type { Database } from '../../database/tables.ts'
import { asExpression, join, type Condition } from './condition.ts'
import { flowRunCondition } from './flow-run-filter.ts'
import { flowRunParentsWhere } from './flow-runs-where.ts'
import { taskRunCondition } from './task-run-filter.ts'

/**
 * How a filter on flow runs is put to task runs; both mean the same.
 *
 * - `each`: Prefect's correlated EXISTS, quick where the first task runs that are met match.
 * - `all`: the flow runs are found once, and by them their task runs: bounded whatever matches.
 */
export type TaskRunForm = 'each' | 'all'

/**
 * Joins the four filters of `read_task_runs`, as Prefect's `_apply_task_run_filters` does; a condition
 * of `task_run`. One and the same flow run, the task run's own, must satisfy the other three. A filter
 * that is given, even an empty one, leaves out the task runs without a flow run.
 */
export function taskRunsWhere(filters: TaskRunFilters, form: TaskRunForm = 'all'): Condition {
  const { flows, flow_runs, task_runs, deployments } = filters
  return join('and_', [
    task_runs ? taskRunCondition(task_runs) : undefined,
    flows || flow_runs || deployments ? isOfFlowRun(filters, form) : undefined,
  ])
}

function isOfFlowRun(filters: TaskRunFilters, form: TaskRunForm): Expression<SqlBool> {
  const { flows, flow_runs, deployments } = filters
  const query = expressionBuilder<Database, 'task_run'>()
  const run = flow_runs ? flowRunCondition(flow_runs) : undefined
  // Through an index, the runs of many flows or deployments take longer than a pass over all.
  const parents = unserved(flowRunParentsWhere({ flows, deployments }))
  const runs = query.selectFrom('flow_run')
  if (form === 'all') {
    const asked = asExpression(join('and_', [run, parents]))
    return query('task_run.flow_run_id', 'in', runs.where(asked).select('flow_run.id'))
  }
  const one = runs
    .whereRef('flow_run.id', '=', 'task_run.flow_run_id')
    .where(asExpression(unserved(join('and_', [run, parents]))))
    .select(query.lit(1).as('one'))
  return query.exists(one)
}

function unserved(condition: Condition): Condition {
  return condition === 'always' ? condition : withoutIndex(condition)
}
