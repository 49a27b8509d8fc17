import { z } from 'zod'
import { query } from './operation.ts'
import { runFilters, type RunFilters } from './schemas/filter-bodies.ts'
import { flowRun } from './schemas/flow-run.ts'
import { paging } from './schemas/paging.ts'
import { flowRunSort } from './schemas/sorting.ts'
import { topicsOfFilters } from './topics-of-filters.ts'
import type { Topic } from './topics.ts'

const topicsOf = (filters: RunFilters): Topic[] => topicsOfFilters(['flow_run'], filters)

/** Mirrors `prefect.server.models.flow_runs`, with the bodies of `POST /flow_runs/filter` and `/count`. */
export const flowRuns = {
  readFlowRuns: query({
    input: z.strictObject({ ...runFilters.shape, ...paging, sort: flowRunSort.default('ID_DESC') }),
    output: z.array(flowRun),
    reads: (filters) => [...topicsOf(filters), 'flow_run_state', 'work_queue', 'work_pool'],
  }),
  countFlowRuns: query({
    on: 'background',
    input: runFilters,
    output: z.int(),
    reads: topicsOf,
  }),
}
