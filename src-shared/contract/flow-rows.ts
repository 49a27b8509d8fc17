import { z } from 'zod'
import { query } from './operation.ts'
import { flowFilters } from './schemas/filter-bodies.ts'
import { flowRow } from './schemas/flow-row.ts'
import { labelFilters } from './schemas/label-filter.ts'
import { prefectUuid } from './schemas/prefect-uuid.ts'
import { topicsOfFilters } from './topics-of-filters.ts'

/** The flows as the screens show them; ours: a row that Prefect cannot read is there, and marked. */
export const flowRows = {
  /** Every flow that matches, by name; a database has a few thousand at most. */
  readFlowRows: query({
    input: z.strictObject({
      filters: flowFilters,
      labels: labelFilters.default({}),
      /** Only flows of which no run has ever started; Prefect's filters cannot say so. */
      neverRan: z.boolean().default(false),
    }),
    output: z.array(flowRow),
    reads: ({ filters, labels, neverRan }) =>
      topicsOfFilters(['flow', ...(neverRan ? (['flow_run'] as const) : [])], filters, labels),
  }),
  readFlowRow: query({
    input: z.strictObject({ flow_id: prefectUuid }),
    output: flowRow.nullable(),
    reads: ['flow'],
  }),
}
