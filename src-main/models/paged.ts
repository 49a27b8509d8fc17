import type { SelectQueryBuilder } from 'kysely'
import { allRows } from '../database/dialect.ts'

/** Which of the rows are wanted; an unset `limit` means all. */
export interface Page {
  limit?: number | null | undefined
  offset?: number | null | undefined
}

/** Cuts a page out of a query's rows. */
export function paged<DB, T extends keyof DB, O>(
  query: SelectQueryBuilder<DB, T, O>,
  { limit, offset }: Page,
): SelectQueryBuilder<DB, T, O> {
  if (!offset) return typeof limit === 'number' ? query.limit(limit) : query
  // SQLite takes an OFFSET only behind a LIMIT.
  return query.limit(limit ?? allRows).offset(offset)
}
