import { z } from 'zod'
import { timestamp } from './timestamp.ts'

/** A row of `concurrency_limit` (V1), as Prefect's `ConcurrencyLimit` schema. */
export const concurrencyLimit = z.object({
  id: z.string(),
  created: timestamp,
  updated: timestamp,
  tag: z.string(),
  concurrency_limit: z.int(),
  /** Ids of the task runs that hold a slot. */
  active_slots: z.array(z.string()),
})

/** The type of {@link concurrencyLimit}. */
export type ConcurrencyLimit = z.output<typeof concurrencyLimit>
