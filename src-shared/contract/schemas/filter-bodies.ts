import { z } from 'zod'
import { deploymentFilter } from './deployment-filter.ts'
import { flowFilter } from './flow-filter.ts'
import { flowRunFilter } from './flow-run-filter.ts'
import { taskRunFilter } from './task-run-filter.ts'
import { workPoolFilter } from './work-pool-filter.ts'
import { workQueueFilter } from './work-queue-filter.ts'

/** The five filters of Prefect's `POST /flows/filter`. */
export const flowFilters = z.strictObject({
  flows: flowFilter.nullish(),
  flow_runs: flowRunFilter.nullish(),
  task_runs: taskRunFilter.nullish(),
  deployments: deploymentFilter.nullish(),
  work_pools: workPoolFilter.nullish(),
})

/** The type of {@link flowFilters}. */
export type FlowFilters = z.output<typeof flowFilters>

/** The six filters of Prefect's `POST /flow_runs/filter` and `POST /deployments/filter`. */
export const runFilters = z.strictObject({
  ...flowFilters.shape,
  work_pool_queues: workQueueFilter.nullish(),
})

/** The type of {@link runFilters}. */
export type RunFilters = z.output<typeof runFilters>

/** The four filters of Prefect's `POST /task_runs/filter`. */
export const taskRunFilters = z.strictObject({
  flows: flowFilter.nullish(),
  flow_runs: flowRunFilter.nullish(),
  task_runs: taskRunFilter.nullish(),
  deployments: deploymentFilter.nullish(),
})

/** The type of {@link taskRunFilters}. */
export type TaskRunFilters = z.output<typeof taskRunFilters>
