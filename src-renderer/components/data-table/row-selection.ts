/** What is selected, and from where Shift selects. */
export interface RowSelection {
  ids: ReadonlySet<string>
  /** The row at which a range begins; null: where the active row is. */
  anchor: string | null
}

/** The selection with a row more, or less where it had it. */
export function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

/** The ids of the rows from one place to another, whichever comes first; both are in it. */
export function idsBetween(
  idAt: (index: number) => string | undefined,
  from: number,
  to: number,
): ReadonlySet<string> {
  const ids = new Set<string>()
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const id = idAt(index)
    if (id !== undefined) ids.add(id)
  }
  return ids
}

/** The selection without the rows that are gone; the very same where none is. */
export function stillThere(
  ids: ReadonlySet<string>,
  isThere: (id: string) => boolean,
): ReadonlySet<string> {
  const left = [...ids].filter(isThere)
  return left.length === ids.size ? ids : new Set(left)
}
