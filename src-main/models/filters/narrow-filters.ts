import type { FlowRunFilter } from '../../../src-shared/contract/schemas/flow-run-filter.ts'
import type { TaskRunFilter } from '../../../src-shared/contract/schemas/task-run-filter.ts'

/** True where the filter names the flow runs, or their parents, so that an index leaves a few. */
export function namesFewFlowRuns(filter: FlowRunFilter): boolean {
  if (filter.operator !== 'and_') return false
  const { id, parent_flow_run_id, parent_task_run_id } = filter
  const isNamed = [id?.any_, parent_flow_run_id?.any_].some(Array.isArray)
  const isTaskNamed = parent_task_run_id?.operator === 'and_' && parent_task_run_id.any_
  return isNamed || Array.isArray(isTaskNamed)
}

/** True where the filter names the task runs, or their flow runs, so that an index leaves a few. */
export function namesFewTaskRuns(filter: TaskRunFilter): boolean {
  if (filter.operator !== 'and_') return false
  const { id, flow_run_id } = filter
  return Array.isArray(id?.any_) || (!flow_run_id?.is_null_ && Array.isArray(flow_run_id?.any_))
}
