import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { RunFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import type { Database } from '../../database/tables.ts'
import { join } from './condition.ts'
import { workPoolCondition } from './work-pool-filter.ts'
import { workQueueCondition } from './work-queue-filter.ts'

type QueueFilters = Pick<RunFilters, 'work_pools' | 'work_pool_queues'>

/**
 * The ids of the work queues that satisfy the queue filter and whose pool satisfies the pool filter;
 * `undefined` where neither is given. Prefect asks the same of the row that a `work_queue_id` names.
 */
export function workQueuesMatching({ work_pools, work_pool_queues }: QueueFilters) {
  if (!work_pools && !work_pool_queues) return undefined
  const query = expressionBuilder<Database, never>()
  const asked = join('and_', [
    work_pool_queues ? workQueueCondition(work_pool_queues) : undefined,
    work_pools ? workPoolCondition(work_pools) : undefined,
  ])
  return query
    .selectFrom('work_queue')
    .$if(Boolean(work_pools), (queue) =>
      queue.innerJoin('work_pool', 'work_pool.id', 'work_queue.work_pool_id'),
    )
    .$if(asked !== 'always', (queue) => queue.where(asked as Expression<SqlBool>))
    .select('work_queue.id')
}
