import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { FlowFilters } from '../../../src-shared/contract/flows.ts'
import type { Database } from '../../database/tables.ts'
import { join, type Condition } from './condition.ts'
import { deploymentCondition } from './deployment-filter.ts'
import { flowCondition } from './flow-filter.ts'
import { flowRunCondition } from './flow-run-filter.ts'
import { taskRunCondition } from './task-run-filter.ts'
import { workPoolCondition } from './work-pool-filter.ts'

/**
 * Joins the five filters of `read_flows`, as Prefect's `_apply_flow_filters` does: one and the same
 * deployment must satisfy the deployment and the work pool filter, one and the same flow run the
 * flow run and the task run filter. A filter that is given, even an empty one, asks for a row.
 */
export function flowsWhere(filters: FlowFilters): Condition {
  const { flows, flow_runs, task_runs, deployments, work_pools } = filters
  return join('and_', [
    flows ? flowCondition(flows) : undefined,
    deployments || work_pools ? hasDeployment(filters) : undefined,
    flow_runs || task_runs ? hasFlowRun(filters) : undefined,
  ])
}

/** Prefect asks a correlated EXISTS; there are few deployments, and one pass over them is bounded. */
function hasDeployment({ deployments, work_pools }: FlowFilters): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'flow'>()
  const asked = join('and_', [
    deployments ? deploymentCondition(deployments) : undefined,
    work_pools ? workPoolCondition(work_pools) : undefined,
  ])
  const matching = query
    .selectFrom('deployment')
    .$if(Boolean(work_pools), (deployment) =>
      deployment
        .innerJoin('work_queue', 'work_queue.id', 'deployment.work_queue_id')
        .innerJoin('work_pool', 'work_pool.id', 'work_queue.work_pool_id'),
    )
    .$if(asked !== 'always', (deployment) => deployment.where(asked as Expression<SqlBool>))
    .select('deployment.flow_id')
  return query('flow.id', 'in', matching)
}

/**
 * Prefect asks a correlated EXISTS, for which the planner takes the index of the state and reads it
 * once for every flow. One pass over the matching runs is bounded whatever the data. Only a filter
 * that asks nothing of the run is quicker per flow.
 */
function hasFlowRun({ flow_runs, task_runs }: FlowFilters): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'flow'>()
  const asked = join('and_', [
    flow_runs ? flowRunCondition(flow_runs) : undefined,
    task_runs ? taskRunCondition(task_runs) : undefined,
  ])
  const runs = query
    .selectFrom('flow_run')
    .$if(Boolean(task_runs), (run) =>
      run.innerJoin('task_run', 'task_run.flow_run_id', 'flow_run.id'),
    )
    .select('flow_run.flow_id')
  if (asked === 'always') return query.exists(runs.whereRef('flow_run.flow_id', '=', 'flow.id'))
  return query('flow.id', 'in', runs.where(asked))
}
