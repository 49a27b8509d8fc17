import { z } from 'zod'
import { command, query } from './operation.ts'
import {
  concurrencyLimitV2,
  concurrencyLimitV2Create,
  concurrencyLimitV2Key,
  concurrencyLimitV2Update,
  exactlyOneKey,
} from './schemas/concurrency-limit-v2.ts'
import { nonNegativeInteger } from './schemas/coerced.ts'
import { paging } from './schemas/paging.ts'

const byKey = z.strictObject(concurrencyLimitV2Key).check(exactlyOneKey)

/** A deletion sets `deployment.concurrency_limit_id` to NULL. */
const changedByDeletion = ['concurrency_limit_v2', 'deployment'] as const

/**
 * Mirrors `prefect.server.models.concurrency_limits_v2`: the table that current Prefect enforces,
 * tag limits (`tag:<tag>`), deployment limits (`deployment:<id>`) and global limits.
 */
export const concurrencyLimitsV2 = {
  createConcurrencyLimit: command({
    input: concurrencyLimitV2Create,
    output: concurrencyLimitV2,
    changes: ['concurrency_limit_v2'],
  }),
  readConcurrencyLimit: query({
    input: byKey,
    output: concurrencyLimitV2.nullable(),
    reads: ['concurrency_limit_v2'],
  }),
  readAllConcurrencyLimits: query({
    input: z.strictObject(paging),
    output: z.array(concurrencyLimitV2),
    reads: ['concurrency_limit_v2'],
  }),
  updateConcurrencyLimit: command({
    input: z
      .strictObject({
        ...concurrencyLimitV2Key,
        concurrency_limit: concurrencyLimitV2Update,
      })
      .check(exactlyOneKey),
    output: z.boolean(),
    changes: ['concurrency_limit_v2'],
  }),
  deleteConcurrencyLimit: command({
    input: byKey,
    output: z.boolean(),
    changes: changedByDeletion,
  }),
  /** Ours: Prefect's own reset leaves `active_slots` as it is. */
  resetConcurrencyLimit: command({
    input: z
      .strictObject({ ...concurrencyLimitV2Key, active_slots: nonNegativeInteger.default(0) })
      .check(exactlyOneKey),
    output: concurrencyLimitV2.nullable(),
    changes: ['concurrency_limit_v2'],
  }),
}
