import type { Rows } from '../rows.ts'
import { deploymentFilter, flowFilter, workPoolFilter, type StoredData } from './flow-filters.ts'
import { flowRunFilter, taskRunFilter } from './run-filters.ts'
import { compareTexts } from './text.ts'
import { both, type Truth } from './truth.ts'
import type { WireFilters, WireQuestion, WireSort } from './wire.ts'

type Flow = Rows['flow']

/** The flows that Prefect's `read_flows` would answer, in its order, read off the rows one by one. */
export function naiveReadFlows(data: StoredData, question: WireQuestion): Flow[] {
  const { sort = 'NAME_ASC', limit, offset } = question
  const flows = matching(data, question).toSorted(orders[sort])
  const first = offset ?? 0
  return flows.slice(first, typeof limit === 'number' ? first + limit : undefined)
}

/** What Prefect's `count_flows` would answer. */
export function naiveCountFlows(data: StoredData, filters: WireFilters): number {
  return matching(data, filters).length
}

function matching(data: StoredData, filters: WireFilters): Flow[] {
  return data.flow.filter((flow) => matches(data, flow, filters))
}

function matches(data: StoredData, flow: Flow, filters: WireFilters): boolean {
  const { flows, deployments, work_pools: pools, flow_runs: runs, task_runs: tasks } = filters
  if (flows && flowFilter(data, flow, flows) !== true) return false
  if ((deployments || pools) && !hasDeployment(data, flow, filters)) return false
  return !(runs || tasks) || hasRun(data, flow, filters)
}

/** One and the same deployment satisfies both; pools are reached through its queue. */
function hasDeployment(data: StoredData, flow: Flow, filters: WireFilters): boolean {
  return data.deployment.some((deployment) => {
    if (deployment.flow_id !== flow.id) return false
    const parts: Truth[] = []
    if (filters.deployments) parts.push(deploymentFilter(data, deployment, filters.deployments))
    if (filters.work_pools) {
      const queue = data.work_queue.find((row) => row.id === deployment.work_queue_id)
      const pool = data.work_pool.find((row) => row.id === queue?.work_pool_id)
      parts.push(pool ? workPoolFilter(pool, filters.work_pools) : false)
    }
    return both(parts) === true
  })
}

/** One and the same flow run satisfies both. */
function hasRun(data: StoredData, flow: Flow, filters: WireFilters): boolean {
  return data.flow_run.some((run) => {
    if (run.flow_id !== flow.id) return false
    if (filters.flow_runs && flowRunFilter(data, run, filters.flow_runs) !== true) return false
    const { task_runs: ofTask } = filters
    if (!ofTask) return true
    const tasks = data.task_run.filter((task) => task.flow_run_id === run.id)
    return tasks.some((task) => taskRunFilter(data, task, ofTask) === true)
  })
}

const orders: Record<WireSort, (left: Flow, right: Flow) => number> = {
  CREATED_DESC: (left, right) => compareTexts(right.created, left.created),
  UPDATED_DESC: (left, right) => compareTexts(right.updated, left.updated),
  NAME_ASC: (left, right) => compareTexts(left.name, right.name),
  NAME_DESC: (left, right) => compareTexts(right.name, left.name),
}
