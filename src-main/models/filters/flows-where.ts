import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { FlowFilters } from '../../../src-shared/contract/flows.ts'
import type { Reading } from '../../database/model.ts'
import type { Database } from '../../database/tables.ts'
import { join, type Condition } from './condition.ts'
import { deploymentCondition } from './deployment-filter.ts'
import { flowCondition } from './flow-filter.ts'
import { flowRunCondition } from './flow-run-filter.ts'
import { chooseForm } from './run-choice.ts'
import { flowRunEntrances, taskRunEntrances } from './run-entrances.ts'
import type { Way } from './run-estimates.ts'
import { hasRun, type AskedRun } from './run-forms.ts'
import { taskRunCondition } from './task-run-filter.ts'
import { workPoolCondition } from './work-pool-filter.ts'

/**
 * Joins the five filters of `read_flows`, as Prefect's `_apply_flow_filters` does: one and the same
 * deployment must satisfy the deployment and the work pool filter, one and the same flow run the
 * flow run and the task run filter. A filter that is given, even an empty one, asks for a row.
 *
 * @param wanted - how many flows the answer ends at; infinite where all are wanted, or counted. It
 * changes how the question is put, never the answer.
 */
export async function flowsWhere(
  db: Reading,
  filters: FlowFilters,
  wanted: number,
): Promise<Condition> {
  const { flows, flow_runs, task_runs, deployments, work_pools } = filters
  const others = join('and_', [
    flows ? flowCondition(flows) : undefined,
    deployments || work_pools ? hasDeployment(filters) : undefined,
  ])
  if (!flow_runs && !task_runs) return others
  const asked = askedRun(filters)
  const ways = waysTo(filters)
  const form = await chooseForm(db, { asked, ways, others, wanted })
  return join('and_', [others, hasRun(asked, form)])
}

/** What the two filters ask of a flow's runs. */
export function askedRun({ flow_runs, task_runs }: FlowFilters): AskedRun {
  return {
    run: flow_runs ? flowRunCondition(flow_runs) : 'always',
    ...(task_runs && { task: taskRunCondition(task_runs) }),
  }
}

/** Every way that an index opens to what the two filters ask. */
export function waysTo({ flow_runs, task_runs }: FlowFilters): Way[] {
  return [
    ...(flow_runs ? flowRunEntrances(flow_runs) : []).map((through): Way => ({
      by: 'runs',
      through,
    })),
    ...(task_runs ? taskRunEntrances(task_runs) : []).map((through): Way => ({
      by: 'tasks',
      through,
    })),
  ]
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
