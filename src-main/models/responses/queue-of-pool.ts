import { isOneOf } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import { rowsById } from '../related-rows.ts'

/** A work queue and its pool; the pool is null where it is gone. */
export interface QueueOfPool {
  readonly id: string
  readonly name: string
  readonly poolId: string | null
  readonly poolName: string | null
}

/** The work queues of these ids with their pools, by id. */
export function queuesById(
  db: Reading,
  ids: Iterable<string | null>,
): Promise<ReadonlyMap<string | null, QueueOfPool>> {
  return rowsById(ids, (wanted) =>
    db
      .selectFrom('work_queue')
      .leftJoin('work_pool', 'work_pool.id', 'work_queue.work_pool_id')
      .select([
        'work_queue.id',
        'work_queue.name',
        'work_pool.id as poolId',
        'work_pool.name as poolName',
      ])
      .where((queue) => isOneOf(queue.ref('work_queue.id'), wanted))
      .execute(),
  )
}
