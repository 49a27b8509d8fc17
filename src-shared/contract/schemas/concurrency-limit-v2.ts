import { z } from 'zod'
import { boolean, nonNegativeInteger, nonNegativeNumber } from './coerced.ts'
import { prefectName } from './flow.ts'
import { prefectUuid } from './prefect-uuid.ts'
import { timestamp } from './timestamp.ts'

/** A row of `concurrency_limit_v2`, as Prefect's `ConcurrencyLimitV2` schema. */
export const concurrencyLimitV2 = z.object({
  id: z.string(),
  created: timestamp,
  updated: timestamp,
  name: z.string(),
  active: z.boolean(),
  limit: z.int(),
  /** The counter as stored, before any decay. */
  active_slots: z.int(),
  denied_slots: z.int(),
  slot_decay_per_second: z.number(),
  avg_slot_occupancy_seconds: z.number(),
})

/** The type of {@link concurrencyLimitV2}. */
export type ConcurrencyLimitV2 = z.output<typeof concurrencyLimitV2>

/** Prefect's `ConcurrencyLimitV2Create`, as far as a person sets it. */
export const concurrencyLimitV2Create = z.strictObject({
  name: prefectName,
  limit: nonNegativeInteger,
  active: boolean.optional(),
  active_slots: nonNegativeInteger.optional(),
  slot_decay_per_second: nonNegativeNumber.optional(),
})

/** Prefect's `ConcurrencyLimitV2Update`, as far as a person sets it; an unset field stays as it is. */
export const concurrencyLimitV2Update = z.strictObject({
  limit: nonNegativeInteger.optional(),
  active: boolean.optional(),
  active_slots: nonNegativeInteger.optional(),
  slot_decay_per_second: nonNegativeNumber.optional(),
})

/** What names a V2 limit: its id or its name, one of them. */
export const concurrencyLimitV2Key = {
  concurrency_limit_id: prefectUuid.nullish(),
  name: z.string().nullish(),
}

/** The parsed form of {@link concurrencyLimitV2Key}. */
export interface ConcurrencyLimitV2Key {
  concurrency_limit_id?: string | null
  name?: string | null
}

/** Refuses an input that gives both keys, or neither. */
export function exactlyOneKey(context: z.core.ParsePayload<ConcurrencyLimitV2Key>): void {
  const { concurrency_limit_id, name } = context.value
  if ((concurrency_limit_id == null) !== (name == null)) return
  const message = 'Give concurrency_limit_id or name, one of them'
  context.issues.push({ code: 'custom', input: context.value, message })
}
