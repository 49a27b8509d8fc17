import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { FlowFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import type { Reading } from '../../database/model.ts'
import type { Database } from '../../database/tables.ts'
import { join, type Condition } from './condition.ts'
import type { WithLabels } from './label-filter.ts'
import { askedOfDeployment, askedOfFlow, askedOfFlowRun } from './labelled-conditions.ts'
import { chooseForm } from './run-choice.ts'
import { flowRunEntrances, taskRunEntrances } from './run-entrances.ts'
import type { Way } from './run-estimates.ts'
import { hasRun, type AskedRun } from './run-forms.ts'
import { taskRunCondition } from './task-run-filter.ts'
import { workPoolCondition } from './work-pool-filter.ts'

/**
 * Joins the five filters of `read_flows`, as Prefect's `_apply_flow_filters` does: one and the same
 * deployment must satisfy the deployment and the work pool filter, one and the same flow run the
 * flow run and the task run filter. A filter that is given, even an empty one, asks for a row. A label
 * filter is joined to the filter of its key, on the same row.
 *
 * @param wanted - how many flows the answer ends at; infinite where all are wanted, or counted. It
 * changes how the question is put, never the answer.
 */
export async function flowsWhere(
  db: Reading,
  filters: WithLabels<FlowFilters>,
  wanted: number,
): Promise<Condition> {
  const { flow_runs, task_runs, deployments, work_pools, labels = {} } = filters
  const others = join('and_', [
    askedOfFlow(filters),
    deployments || work_pools || labels.deployments ? hasDeployment(filters) : undefined,
  ])
  if (!flow_runs && !task_runs && !labels.flow_runs) return others
  const asked = askedRun(filters)
  const ways = waysTo(filters)
  const form = await chooseForm(db, { asked, ways, others, wanted })
  return join('and_', [others, hasRun(asked, form)])
}

/** What the two filters, and the runs' label filter, ask of a flow's runs. */
export function askedRun(filters: WithLabels<FlowFilters>): AskedRun {
  const { task_runs } = filters
  return {
    run: askedOfFlowRun(filters) ?? 'always',
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
function hasDeployment(filters: WithLabels<FlowFilters>): Expression<SqlBool> {
  const { work_pools } = filters
  const query = expressionBuilder<Database, 'flow'>()
  const asked = join('and_', [
    askedOfDeployment(filters),
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
