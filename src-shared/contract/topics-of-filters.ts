import type { LabelFilters } from './schemas/label-filter.ts'
import type { RunFilters } from './schemas/filter-bodies.ts'
import type { Topic } from './topics.ts'

/** What a list reads: its own tables, and those that its filters look into. */
export function topicsOfFilters(
  own: readonly Topic[],
  filters: RunFilters,
  labels: LabelFilters = {},
): Topic[] {
  const { flows, flow_runs, task_runs, deployments, work_pools, work_pool_queues } = filters
  const read = new Set<Topic>(own)
  if (flows || labels.flows) read.add('flow')
  if (flow_runs || task_runs || labels.flow_runs) read.add('flow_run')
  if (task_runs || flow_runs?.parent_flow_run_id) read.add('task_run')
  if (task_runs?.subflow_runs) read.add('flow_run')
  if (deployments?.flow_or_deployment_name) read.add('flow')
  if (deployments || work_pools || work_pool_queues || flows?.deployment || labels.deployments)
    read.add('deployment')
  if (work_pools) read.add('work_pool')
  if (work_pools || work_pool_queues) read.add('work_queue')
  return [...read]
}
