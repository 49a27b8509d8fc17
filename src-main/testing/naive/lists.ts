import type { NaiveList } from '../filter-coverage.ts'
import type { Rows } from '../rows.ts'
import {
  deploymentFilter,
  flowFilter,
  workPoolFilter,
  workQueueFilter,
  type StoredData,
} from './flow-filters.ts'
import { flowRunFilter, taskRunFilter } from './run-filters.ts'
import { compareTexts } from './text.ts'
import type { WirePage, WireRunFilters, WireTaskRunFilter, WireTaskRunFilters } from './wire.ts'

type Run = Rows['flow_run']
type Task = Rows['task_run']
type Deployment = Rows['deployment']

/** Prefect's `read_flow_runs`, read off the rows one by one. */
export const naiveFlowRuns = naiveList<Run>({
  rows: (data) => data.flow_run,
  matches: (data, run, filters: WireRunFilters) =>
    (!filters.flow_runs || flowRunFilter(data, run, filters.flow_runs) === true) &&
    parentsMatch(data, run, filters) &&
    (!filters.task_runs || hasTask(data, run, filters.task_runs)),
  sorts: {
    START_TIME: (run) => run.start_time ?? run.expected_start_time,
    EXPECTED_START_TIME: (run) => run.expected_start_time,
    NEXT_SCHEDULED_START_TIME: (run) => run.next_scheduled_start_time,
    END_TIME: (run) => run.end_time,
  },
  usual: 'ID_DESC',
})

/** Prefect's `read_task_runs`, read off the rows one by one. */
export const naiveTaskRuns = naiveList<Task>({
  rows: (data) => data.task_run,
  matches: (data, task, filters: WireTaskRunFilters) => {
    const { flows, flow_runs: runs, task_runs: tasks, deployments } = filters
    if (tasks && taskRunFilter(data, task, tasks) !== true) return false
    if (!flows && !runs && !deployments) return true
    const run = data.flow_run.find((row) => row.id === task.flow_run_id)
    if (!run || !parentsMatch(data, run, { flows, deployments })) return false
    return !runs || flowRunFilter(data, run, runs) === true
  },
  sorts: {
    EXPECTED_START_TIME: (task) => task.expected_start_time,
    NEXT_SCHEDULED_START_TIME: (task) => task.next_scheduled_start_time,
    END_TIME: (task) => task.end_time,
  },
  usual: 'ID_DESC',
})

/** Prefect's `read_deployments`, read off the rows one by one. */
export const naiveDeployments = naiveList<Deployment>({
  rows: (data) => data.deployment,
  matches: (data, deployment, filters: WireRunFilters) => {
    const { flow_runs: runs, task_runs: tasks } = filters
    if (!parentsMatch(data, { ...deployment, deployment_id: deployment.id }, filters)) return false
    if (!runs && !tasks) return true
    return data.flow_run.some(
      (run) =>
        run.deployment_id === deployment.id &&
        (!runs || flowRunFilter(data, run, runs) === true) &&
        (!tasks || hasTask(data, run, tasks)),
    )
  },
  sorts: { CREATED: (row) => row.created, UPDATED: (row) => row.updated },
  usual: 'NAME_ASC',
})

type Parents = Pick<Run, 'flow_id' | 'deployment_id' | 'work_queue_id'>

/** The flow, the deployment, the queue and the pool that a row names. */
function parentsMatch(data: StoredData, row: Parents, filters: WireRunFilters): boolean {
  const { flows, deployments, work_pools: pools, work_pool_queues: queues } = filters
  const flow = data.flow.find(({ id }) => id === row.flow_id)
  const deployment = data.deployment.find(({ id }) => id === row.deployment_id)
  const queue = data.work_queue.find(({ id }) => id === row.work_queue_id)
  const pool = data.work_pool.find(({ id }) => id === queue?.work_pool_id)
  if (flows && !(flow && flowFilter(data, flow, flows) === true)) return false
  if (deployments && !(deployment && deploymentFilter(data, deployment, deployments) === true))
    return false
  if (queues && !(queue && workQueueFilter(queue, queues) === true)) return false
  return !pools || (pool !== undefined && workPoolFilter(pool, pools) === true)
}

function hasTask(data: StoredData, run: Run, filter: WireTaskRunFilter): boolean {
  return data.task_run.some(
    (task) => task.flow_run_id === run.id && taskRunFilter(data, task, filter) === true,
  )
}

interface ListParts<Row> {
  rows(data: StoredData): readonly Row[]
  matches(data: StoredData, row: Row, filters: object): boolean
  /** By the name without `_ASC` and `_DESC`; `NAME` and `ID` every list has. */
  readonly sorts: Readonly<Record<string, (row: Row) => string | null>>
  readonly usual: string
}

function naiveList<Row extends { id: string; name: string }>(parts: ListParts<Row>): NaiveList {
  const sorts: ListParts<Row>['sorts'] = { ...parts.sorts, NAME: (row) => row.name }
  const inOrder = (rows: readonly Row[], sort: string): Row[] => {
    if (sort === 'ID_DESC') return rows.toSorted((a, b) => compareTexts(b.id, a.id))
    const key = sorts[sort.replace(/_(ASC|DESC)$/, '')]
    if (!key) throw new Error(`no sort ${sort}`)
    const sign = sort.endsWith('_DESC') ? -1 : 1
    return rows.toSorted(
      (a, b) => sign * compareNullable(key(a), key(b)) || compareTexts(a.id, b.id),
    )
  }
  return {
    size: (data) => parts.rows(data).length,
    ids: (data, question: WirePage) => {
      const { sort = parts.usual, limit, offset } = question
      const found = parts.rows(data).filter((row) => parts.matches(data, row, question))
      const first = offset ?? 0
      const last = typeof limit === 'number' ? first + limit : undefined
      return inOrder(found, sort)
        .slice(first, last)
        .map((row) => row.id)
    },
  }
}

/** NULL goes before every value, as SQLite sorts. */
function compareNullable(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(right === null) - Number(left === null)
  return compareTexts(left, right)
}
