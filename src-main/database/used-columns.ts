import type { Database } from './tables.ts'

type Columns = { readonly [T in keyof Database]: readonly (keyof Database[T])[] }

/**
 * The columns without which Sluice cannot answer. A revision newer than those known is opened,
 * read-only, if it still has them all.
 */
export const usedColumns: Columns = {
  alembic_version: ['version_num'],
  flow: ['id', 'created', 'updated', 'name', 'tags', 'labels'],
  flow_run: [
    'id',
    'created',
    'updated',
    'name',
    'flow_id',
    'flow_version',
    'deployment_id',
    'parent_task_run_id',
    'work_queue_id',
    'work_queue_name',
    'state_type',
    'state_name',
    'start_time',
    'end_time',
    'expected_start_time',
    'next_scheduled_start_time',
    'idempotency_key',
    'tags',
    'created_by',
  ],
  task_run: [
    'id',
    'name',
    'flow_run_id',
    'state_type',
    'state_name',
    'start_time',
    'end_time',
    'expected_start_time',
    'tags',
  ],
  deployment: ['id', 'name', 'flow_id', 'paused', 'tags', 'work_queue_id', 'work_queue_name'],
  work_queue: ['id', 'work_pool_id'],
  work_pool: ['id', 'name', 'type'],
  concurrency_limit: ['id', 'created', 'updated', 'tag', 'concurrency_limit', 'active_slots'],
  concurrency_limit_v2: [
    'id',
    'created',
    'updated',
    'active',
    'name',
    'limit',
    'active_slots',
    'denied_slots',
    'slot_decay_per_second',
    'avg_slot_occupancy_seconds',
  ],
  events: ['id', 'occurred', 'event', 'resource_id', 'resource', 'related', 'follows'],
}
