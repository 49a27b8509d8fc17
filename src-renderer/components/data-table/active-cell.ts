import type { RowSource } from './use-row-source.ts'

/** What the keys work on: a row or the head, and in it one cell or the whole of it. */
export interface ActiveCell {
  isHead: boolean
  /** -1 where no row is active. */
  index: number
  /** The row's id, by which it is known when others come and go; null while it is not here. */
  id: string | null
  /** Null: the whole row. */
  column: string | null
}

/** Where a table's keys begin. */
export const nothingActive: ActiveCell = { isHead: false, index: -1, id: null, column: null }

/** The active cell among the rows as they are now; where its row is gone, the one in its place. */
export function resolveActive(
  active: ActiveCell,
  source: RowSource<unknown>,
  columns: readonly string[],
): ActiveCell {
  const column = active.column !== null && columns.includes(active.column) ? active.column : null
  if (active.isHead) return { ...active, column: column ?? columns[0] ?? null }
  if (active.index < 0 && active.id === null) return { ...active, column }
  const found = active.id === null ? -1 : source.indexOf(active.id, active.index)
  const index = found >= 0 ? found : Math.min(active.index, source.count - 1)
  if (index < 0) return { ...nothingActive, column }
  const here = source.idAt(index)
  return { isHead: false, index, column, id: here ?? (source.isWhole ? null : active.id) }
}

/** To which row a key goes; undefined for a key that goes to none, -1 for the head. */
export function rowTarget(
  key: string,
  place: { index: number; count: number; rowsInView: number },
): number | undefined {
  const { index, count, rowsInView } = place
  const page = Math.max(1, rowsInView - 1)
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  }
  const target = targets[key]
  if (target === undefined || count === 0) return undefined
  if (key === 'ArrowUp' && index <= 0) return -1
  return Math.max(0, Math.min(count - 1, target))
}

/** To which cell an arrow goes; null for the whole row, undefined for a key that goes to none. */
export function columnTarget(
  key: string,
  columns: readonly string[],
  column: string | null,
): string | null | undefined {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[key]
  if (by === undefined) return undefined
  const at = column === null ? -1 : columns.indexOf(column)
  const next = Math.min(columns.length - 1, at + by)
  return next < 0 ? null : (columns[next] ?? null)
}
