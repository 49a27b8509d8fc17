import { z } from 'zod'
import { allTagsFilter, idFilter, isNull, nameFilter, operator } from './filter-parts.ts'

/** Prefect's `FlowFilter`. */
export const flowFilter = z.strictObject({
  operator,
  id: idFilter,
  name: nameFilter,
  tags: allTagsFilter,
  deployment: z.strictObject({ operator, is_null_: isNull }).nullish(),
})

/** The type of {@link flowFilter}. */
export type FlowFilter = z.output<typeof flowFilter>
