import { z } from 'zod'
import { operator, texts, uuids } from './filter-parts.ts'

/** Prefect's `WorkQueueFilter`. */
export const workQueueFilter = z.strictObject({
  operator,
  id: z.strictObject({ any_: uuids }).nullish(),
  /** `startswith_` matches in either case; `%` and `_` in it are wildcards. */
  name: z.strictObject({ any_: texts, startswith_: texts }).nullish(),
})

/** The type of {@link workQueueFilter}. */
export type WorkQueueFilter = z.output<typeof workQueueFilter>
