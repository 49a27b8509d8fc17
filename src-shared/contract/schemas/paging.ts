import { nonNegativeInteger } from './coerced.ts'

/** Which of the rows: an unset `limit` means all of them, an unset `offset` from the first. */
export const paging = {
  limit: nonNegativeInteger.nullish(),
  offset: nonNegativeInteger.nullish(),
}
