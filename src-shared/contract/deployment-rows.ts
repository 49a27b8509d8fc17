import { z } from 'zod'
import { query } from './operation.ts'
import { deploymentRow, deploymentStatistics } from './schemas/deployment-row.ts'
import { runFilters } from './schemas/filter-bodies.ts'
import { labelFilters } from './schemas/label-filter.ts'
import { topicsOfFilters } from './topics-of-filters.ts'

/** The deployments as the screens show them; ours: a row that Prefect cannot read is there, and marked. */
export const deploymentRows = {
  /** Every deployment that matches, by name; a database has a few thousand at most. */
  readDeploymentRows: query({
    input: z.strictObject({ filters: runFilters, labels: labelFilters.default({}) }),
    output: z.array(deploymentRow),
    reads: ({ filters, labels }) =>
      topicsOfFilters(
        [
          'deployment',
          'deployment_schedule',
          'flow',
          'work_pool',
          'work_queue',
          'concurrency_limit_v2',
        ],
        filters,
        labels,
      ),
  }),
  /** Every deployment that has runs, in no order. */
  readDeploymentStatistics: query({
    on: 'background',
    input: z.strictObject({}),
    output: z.array(deploymentStatistics),
    reads: ['flow_run'],
  }),
}
