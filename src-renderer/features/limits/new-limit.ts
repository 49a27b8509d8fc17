import { storedName } from './changes.ts'
import { isReservedName, type LimitRow } from './limit-row.ts'

/** Prefect refuses these in the name of a V2 limit, and so in the tag that it is for. */
const refused = /[/%&><]/g

/** What is wrong with the name of a new limit; null if nothing is. */
export function nameFault(
  limit: { kind: 'tag' | 'global'; name: string; table: 'v1' | 'v2' },
  rows: readonly LimitRow[],
): string | null {
  const { kind, name, table } = limit
  if (name.trim() === '') return kind === 'tag' ? 'Give the tag' : 'Give a name'
  const found = table === 'v2' ? [...new Set(name.match(refused))] : []
  if (found.length > 0) {
    const what = kind === 'tag' ? 'A limit for a tag' : 'A limit'
    return `${what} with ${found.join(' ')} cannot be created: Prefect refuses / % & > < in its name`
  }
  if (kind === 'global' && isReservedName(name)) {
    return 'A name that begins with tag: or deployment: is a limit of another kind'
  }
  const stored = storedName(kind, name, table)
  if (rows.some((row) => row.table === table && (row.v2?.name ?? row.name) === stored))
    return 'There is such a limit already: edit it instead'
  return null
}

/** What is wrong with a number that a person typed; null if nothing is. */
export function wholeFault(typed: number | string): string | null {
  if (typed === '') return 'Give a number'
  const value = Number(typed)
  return Number.isSafeInteger(value) && value >= 0 ? null : 'Give a whole number, 0 or more'
}

/** What is wrong with a rate that a person typed; null if nothing is. */
export function rateFault(typed: number | string): string | null {
  if (typed === '') return null
  const value = Number(typed)
  return Number.isFinite(value) && value >= 0 ? null : 'Give a number, 0 or more'
}
