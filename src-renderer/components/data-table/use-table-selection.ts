import { useMemo, useState } from 'react'
import type { Selection } from './data-table-props.ts'
import { idsBetween, stillThere, toggled } from './row-selection.ts'
import type { RowSource } from './use-row-source.ts'

/** So many rows are selected at once where not all are here. */
const mostAtOnce = 1000

interface KnownRow<Row> {
  row: Row
  index: number
}

/** Which rows are selected, and ways to change it. */
export interface TableSelection<Row> {
  ids: ReadonlySet<string>
  /** The rows in their order. */
  rows: readonly Row[]
  /** True where all were asked for, and only those that are here are selected. */
  isPart: boolean
  toggle: (index: number) => void
  /** Selects the rows from one place to another, and no others. */
  selectRange: (from: number, to: number) => void
  /** Selects every row, or of pages those that are here around one. */
  selectAll: (near: number) => void
  clear: () => void
}

const none: ReadonlySet<string> = new Set()

/** The selection by ids: it survives a refresh, and what is deleted drops out of it. */
export function useTableSelection<Row>(
  source: RowSource<Row>,
  selection: Selection | undefined,
): TableSelection<Row> {
  const [own, setOwn] = useState(none)
  // Of pages, a selected row may be out of reach when it is copied.
  const [known, setKnown] = useState<ReadonlyMap<string, KnownRow<Row>>>(new Map())
  const [isPart, setPart] = useState(false)
  const chosen = selection?.ids ?? own
  const ids = useMemo(
    () => (source.isWhole ? stillThere(chosen, (id) => source.indexOf(id, 0) >= 0) : chosen),
    [source, chosen],
  )
  const rows = useMemo(() => selectedRows(source, ids, known), [source, ids, known])
  const select = (next: ReadonlySet<string>, from: number, to: number): void => {
    if (!source.isWhole) {
      const kept = [...known].filter(([id]) => next.has(id))
      setKnown(new Map([...kept, ...rowsBetween(source, from, to)]))
    }
    if (selection) selection.onSelection(next)
    else setOwn(next)
    setPart(false)
  }
  const selectRange = (from: number, to: number): void => {
    select(idsBetween(source.idAt, from, to), Math.min(from, to), Math.max(from, to))
  }
  return {
    ids,
    rows,
    isPart: isPart && ids.size > 0,
    toggle: (index) => {
      const id = source.idAt(index)
      if (id !== undefined) select(toggled(ids, id), index, index)
    },
    selectRange,
    selectAll: (near) => {
      if (source.isWhole) return selectRange(0, source.count - 1)
      const [from, to] = around(source, near)
      selectRange(from, to)
      setPart(!source.isExact || to - from + 1 < source.count)
    },
    clear: () => select(none, 0, -1),
  }
}

/** The rows that are here around one of them, as many as are selected at once. */
function around(source: RowSource<unknown>, near: number): [from: number, to: number] {
  let from = near
  let to = near - 1
  const isHere = (index: number): boolean => source.idAt(index) !== undefined
  while (to - from + 1 < mostAtOnce) {
    const before = { from, to }
    if (isHere(to + 1)) to += 1
    if (to - from + 1 < mostAtOnce && isHere(from - 1)) from -= 1
    if (from === before.from && to === before.to) break
  }
  return [from, to]
}

function rowsBetween<Row>(
  source: RowSource<Row>,
  from: number,
  to: number,
): [string, KnownRow<Row>][] {
  const rows: [string, KnownRow<Row>][] = []
  for (let index = from; index <= to; index += 1) {
    const row = source.at(index)
    const id = source.idAt(index)
    if (row !== undefined && id !== undefined) rows.push([id, { row, index }])
  }
  return rows
}

function selectedRows<Row>(
  source: RowSource<Row>,
  ids: ReadonlySet<string>,
  known: ReadonlyMap<string, KnownRow<Row>>,
): readonly Row[] {
  const placed = [...ids].flatMap((id): KnownRow<Row> | [] => {
    if (!source.isWhole) return known.get(id) ?? []
    const index = source.indexOf(id, 0)
    const row = source.at(index)
    return row === undefined ? [] : { row, index }
  })
  return placed.toSorted((a, b) => a.index - b.index).map(({ row }) => row)
}
