import { z } from 'zod'
import { command, query } from './operation.ts'
import { flowFilter } from './schemas/flow-filter.ts'
import { flowRunFilter } from './schemas/flow-run-filter.ts'
import { flow, flowCreate, flowUpdate } from './schemas/flow.ts'
import { labels } from './schemas/labels.ts'
import { paging } from './schemas/paging.ts'
import { prefectUuid } from './schemas/prefect-uuid.ts'
import { deploymentFilter } from './schemas/deployment-filter.ts'
import { flowSort } from './schemas/sorting.ts'
import { taskRunFilter } from './schemas/task-run-filter.ts'
import { workPoolFilter } from './schemas/work-pool-filter.ts'
import type { Topic } from './topics.ts'

const flowFilters = z.strictObject({
  flows: flowFilter.nullish(),
  flow_runs: flowRunFilter.nullish(),
  task_runs: taskRunFilter.nullish(),
  deployments: deploymentFilter.nullish(),
  work_pools: workPoolFilter.nullish(),
})

/** The five filters of Prefect's `POST /flows/filter`, parsed. */
export type FlowFilters = z.output<typeof flowFilters>

function topicsOfFilters(filters: FlowFilters): Topic[] {
  const read: Topic[] = ['flow']
  if (filters.flow_runs || filters.task_runs) read.push('flow_run')
  if (filters.task_runs || filters.flow_runs?.parent_flow_run_id) read.push('task_run')
  if (filters.deployments || filters.work_pools || filters.flows?.deployment)
    read.push('deployment')
  if (filters.work_pools) read.push('work_pool', 'work_queue')
  return read
}

const byId = z.strictObject({ flow_id: prefectUuid })

/** What a flow's deletion takes along or sets to NULL. */
const changedByDeletion = [
  'flow',
  'flow_run',
  'flow_run_state',
  'task_run',
  'task_run_state',
  'deployment',
  'deployment_schedule',
] as const

/** Mirrors `prefect.server.models.flows`. */
export const flows = {
  createFlow: command({ input: flowCreate, output: flow, changes: ['flow'] }),
  updateFlow: command({
    input: z.strictObject({ flow_id: prefectUuid, flow: flowUpdate }),
    output: z.boolean(),
    changes: ['flow'],
  }),
  readFlow: query({ input: byId, output: flow.nullable(), reads: ['flow'] }),
  readFlowByName: query({
    input: z.strictObject({ name: z.string() }),
    output: flow.nullable(),
    reads: ['flow'],
  }),
  readFlows: query({
    input: z.strictObject({ ...flowFilters.shape, ...paging, sort: flowSort.default('NAME_ASC') }),
    output: z.array(flow),
    reads: topicsOfFilters,
  }),
  countFlows: query({
    on: 'background',
    input: flowFilters,
    output: z.int(),
    reads: topicsOfFilters,
  }),
  deleteFlow: command({ input: byId, output: z.boolean(), changes: changedByDeletion }),
  deleteFlows: command({
    input: z.strictObject({ flow_ids: z.array(prefectUuid) }),
    output: z.array(z.string()),
    changes: changedByDeletion,
  }),
  readFlowLabels: query({ input: byId, output: labels.nullable(), reads: ['flow'] }),
}
