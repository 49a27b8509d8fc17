import { z } from 'zod'
import { command, query } from './operation.ts'
import { concurrencyLimit } from './schemas/concurrency-limit.ts'
import { paging } from './schemas/paging.ts'
import { integer } from './schemas/coerced.ts'
import { prefectUuid } from './schemas/prefect-uuid.ts'

const byId = z.strictObject({ concurrency_limit_id: prefectUuid })
const byTag = z.strictObject({ tag: z.string() })

/**
 * Mirrors `prefect.server.models.concurrency_limits`: the V1 table, `concurrency_limit`, which
 * current Prefect clients no longer ask (see `concurrencyLimitsV2`).
 */
export const concurrencyLimits = {
  createConcurrencyLimit: command({
    input: z.strictObject({ tag: z.string(), concurrency_limit: integer }),
    output: concurrencyLimit,
    changes: ['concurrency_limit'],
  }),
  readConcurrencyLimit: query({
    input: byId,
    output: concurrencyLimit.nullable(),
    reads: ['concurrency_limit'],
  }),
  readConcurrencyLimitByTag: query({
    input: byTag,
    output: concurrencyLimit.nullable(),
    reads: ['concurrency_limit'],
  }),
  resetConcurrencyLimitByTag: command({
    input: z.strictObject({ tag: z.string(), slot_override: z.array(prefectUuid).nullish() }),
    output: concurrencyLimit.nullable(),
    changes: ['concurrency_limit'],
  }),
  filterConcurrencyLimitsForOrchestration: query({
    on: 'writer',
    input: z.strictObject({ tags: z.array(z.string()) }),
    output: z.array(concurrencyLimit),
    reads: ['concurrency_limit'],
  }),
  deleteConcurrencyLimit: command({
    input: byId,
    output: z.boolean(),
    changes: ['concurrency_limit'],
  }),
  deleteConcurrencyLimitByTag: command({
    input: byTag,
    output: z.boolean(),
    changes: ['concurrency_limit'],
  }),
  readConcurrencyLimits: query({
    input: z.strictObject(paging),
    output: z.array(concurrencyLimit),
    reads: ['concurrency_limit'],
  }),
}
