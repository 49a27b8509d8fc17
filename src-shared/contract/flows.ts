import { z } from 'zod'
import { command, query } from './operation.ts'
import { flowFilters, type FlowFilters } from './schemas/filter-bodies.ts'
import { flow, flowCreate, flowUpdate } from './schemas/flow.ts'
import { labels } from './schemas/labels.ts'
import { paging } from './schemas/paging.ts'
import { prefectUuid } from './schemas/prefect-uuid.ts'
import { flowSort } from './schemas/sorting.ts'
import { topicsOfFilters } from './topics-of-filters.ts'
import type { Topic } from './topics.ts'

const topicsOf = (filters: FlowFilters): Topic[] => topicsOfFilters(['flow'], filters)

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
    reads: topicsOf,
  }),
  countFlows: query({
    on: 'background',
    input: flowFilters,
    output: z.int(),
    reads: topicsOf,
  }),
  deleteFlow: command({ input: byId, output: z.boolean(), changes: changedByDeletion }),
  deleteFlows: command({
    input: z.strictObject({ flow_ids: z.array(prefectUuid) }),
    output: z.array(z.string()),
    changes: changedByDeletion,
  }),
  readFlowLabels: query({ input: byId, output: labels.nullable(), reads: ['flow'] }),
}
