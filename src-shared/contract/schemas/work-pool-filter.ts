import { z } from 'zod'
import { operator, texts, uuids } from './filter-parts.ts'

/** Prefect's `WorkPoolFilter`. */
export const workPoolFilter = z.strictObject({
  operator,
  id: z.strictObject({ any_: uuids }).nullish(),
  name: z.strictObject({ any_: texts }).nullish(),
  type: z.strictObject({ any_: texts }).nullish(),
})

/** The type of {@link workPoolFilter}. */
export type WorkPoolFilter = z.output<typeof workPoolFilter>
