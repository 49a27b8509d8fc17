import { z } from 'zod'
import { query } from './operation.ts'
import { nonNegativeInteger } from './schemas/coerced.ts'
import { runFilters } from './schemas/filter-bodies.ts'
import { labelFilters } from './schemas/label-filter.ts'
import { runRow, runSortColumn } from './schemas/run-row.ts'
import { moment } from './schemas/timestamp.ts'
import { topicsOfFilters } from './topics-of-filters.ts'

const asked = { filters: runFilters, labels: labelFilters.default({}) }

/** The flow runs as the screens show them; ours: a row that Prefect cannot read is there, and marked. */
export const runRows = {
  /** A part of the matching runs in their order; ties are broken by the id, a run without the value comes last. */
  readRunRows: query({
    input: z.strictObject({
      ...asked,
      sort: z
        .strictObject({ column: runSortColumn, descending: z.boolean() })
        .default({ column: 'start', descending: true }),
      offset: nonNegativeInteger.default(0),
      limit: z.int().min(0).max(1000).default(200),
    }),
    output: z.array(runRow),
    reads: ({ filters, labels }) =>
      topicsOfFilters(
        ['flow_run', 'flow', 'deployment', 'work_queue', 'work_pool'],
        filters,
        labels,
      ),
  }),
  /** How many runs match; counted no further than `most`, unless that is null. */
  countRunRows: query({
    on: 'background',
    input: z.strictObject({ ...asked, most: nonNegativeInteger.nullable().default(10_000) }),
    output: z.object({ count: z.int(), isExact: z.boolean() }),
    reads: ({ filters, labels }) => topicsOfFilters(['flow_run'], filters, labels),
  }),
  /**
   * The matching runs counted by day and state: a run counts on the day of its start, or while it has
   * none of its expected start. Days are those of the clock `minutesEast` of UTC.
   */
  readRunHistory: query({
    on: 'background',
    input: z.strictObject({
      ...asked,
      from: moment,
      before: moment,
      unit: z.enum(['hour', 'day']).default('day'),
      minutesEast: z.int().min(-900).max(900).default(0),
    }),
    output: z.array(
      z.object({
        /** The unit's beginning on that clock: `2026-11-20` or `2026-11-20T13`. */
        at: z.string(),
        stateType: z.string().nullable(),
        count: z.int(),
      }),
    ),
    reads: ({ filters, labels }) => topicsOfFilters(['flow_run'], filters, labels),
  }),
}
