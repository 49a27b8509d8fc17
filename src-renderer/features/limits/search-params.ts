import { z } from 'zod'
import { limitKinds, type LimitRow } from './limit-row.ts'

/** The limit screen's part of the address: what is searched, filtered and sorted by, and what is open. */
export const limitsSearch = z.object({
  name: z.string().optional().catch(undefined),
  kinds: z.array(z.enum(limitKinds)).optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
  /** The key of the limit whose details are shown. */
  limit: z.string().optional().catch(undefined),
})

/** The type of {@link limitsSearch}. */
export type LimitsSearch = z.output<typeof limitsSearch>

/** True where anything is searched or filtered by. */
export function isFiltered({ name, kinds }: LimitsSearch): boolean {
  return Boolean(name) || Boolean(kinds?.length)
}

/** True for a limit that is searched and filtered for. */
export function matches(row: LimitRow, { name, kinds }: LimitsSearch): boolean {
  if (kinds?.length && !kinds.includes(row.kind)) return false
  const stored = row.v2?.name ?? row.name
  return !name || stored.toLowerCase().includes(name.toLowerCase())
}
