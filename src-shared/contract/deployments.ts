import { z } from 'zod'
import { query } from './operation.ts'
import { deployment } from './schemas/deployment.ts'
import { runFilters, type RunFilters } from './schemas/filter-bodies.ts'
import { paging } from './schemas/paging.ts'
import { deploymentSort } from './schemas/sorting.ts'
import { topicsOfFilters } from './topics-of-filters.ts'
import type { Topic } from './topics.ts'

const topicsOf = (filters: RunFilters): Topic[] => topicsOfFilters(['deployment'], filters)

/** Mirrors `prefect.server.models.deployments`, with the bodies of `POST /deployments/filter` and `/count`. */
export const deployments = {
  readDeployments: query({
    input: z.strictObject({
      ...runFilters.shape,
      ...paging,
      sort: deploymentSort.default('NAME_ASC'),
    }),
    output: z.array(deployment),
    reads: (filters) => [
      ...topicsOf(filters),
      'deployment_schedule',
      'concurrency_limit_v2',
      'work_queue',
      'work_pool',
    ],
  }),
  countDeployments: query({
    on: 'background',
    input: runFilters,
    output: z.int(),
    reads: topicsOf,
  }),
}
