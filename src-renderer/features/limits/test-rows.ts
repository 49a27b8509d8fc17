import type { ConcurrencyLimit } from '../../../src-shared/contract/schemas/concurrency-limit.ts'
import type { ConcurrencyLimitV2 } from '../../../src-shared/contract/schemas/concurrency-limit-v2.ts'

const recorded = {
  created: '2026-09-01T08:00:00.000000Z',
  updated: '2026-11-20T08:00:00.000000Z',
}

/** A row of `concurrency_limit_v2` for tests: a tag limit of 2 slots, free. */
export function v2Limit(given: Partial<ConcurrencyLimitV2> = {}): ConcurrencyLimitV2 {
  return {
    id: 'c2000000-0000-4000-8000-000000000001',
    ...recorded,
    name: 'tag:gpu',
    active: true,
    limit: 2,
    active_slots: 0,
    denied_slots: 0,
    slot_decay_per_second: 0,
    avg_slot_occupancy_seconds: 2,
    ...given,
  }
}

/** A row of `concurrency_limit` for tests: a limit of 2 slots, free. */
export function v1Limit(given: Partial<ConcurrencyLimit> = {}): ConcurrencyLimit {
  return {
    id: 'c1000000-0000-4000-8000-000000000001',
    ...recorded,
    tag: 'ftp',
    concurrency_limit: 2,
    active_slots: [],
    ...given,
  }
}
