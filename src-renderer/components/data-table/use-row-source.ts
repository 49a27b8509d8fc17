import { useMemo } from 'react'
import { sortedRows } from './sorted-rows.ts'
import type { Sorting, TableColumn } from './table-column.ts'
import type { Rows } from './table-rows.ts'

/** How far from where a row was it is looked for, where not all rows are here. */
const searched = 600

/** A table's rows in the order in which they are shown, wherever they come from. */
export interface RowSource<Row> {
  count: number
  /** False while there may be more. */
  isExact: boolean
  /** Undefined where it is not here yet, or there is none. */
  at: (index: number) => Row | undefined
  idAt: (index: number) => string | undefined
  /** Where a row stands, looked for around where it was; -1 where it is not among those that are here. */
  indexOf: (id: string, near: number) => number
  /** True where each row is here, so that one that is not found does not exist. */
  isWhole: boolean
}

function searchAround(
  idAt: (index: number) => string | undefined,
  id: string,
  near: number,
): number {
  for (let away = 0; away <= searched; away += 1) {
    if (idAt(near + away) === id) return near + away
    if (away <= near && idAt(near - away) === id) return near - away
  }
  return -1
}

/** The rows as {@link RowSource}, sorted here where all of them are. */
export function useRowSource<Row>(props: {
  rows: Rows<Row>
  rowId: (row: Row) => string
  columns: readonly TableColumn<Row>[]
  sorting: Sorting
}): RowSource<Row> {
  const { rows, rowId, columns, sorting } = props
  const { descending } = sorting
  const column = columns.find(({ id }) => id === sorting.column)
  return useMemo(() => {
    if (rows.kind === 'paged') {
      const idAt = (index: number): string | undefined => {
        const row = rows.row(index)
        return row && rowId(row)
      }
      return {
        count: rows.count,
        isExact: rows.isExact,
        at: rows.row,
        idAt,
        indexOf: (id, near) => searchAround(idAt, id, Math.max(0, near)),
        isWhole: false,
      }
    }
    const sorted = sortedRows(rows.rows, rowId, { column, descending })
    const ids = sorted.map(rowId)
    const indexes = new Map(ids.map((id, index) => [id, index]))
    return {
      count: sorted.length,
      isExact: true,
      at: (index) => sorted[index],
      idAt: (index) => ids[index],
      indexOf: (id) => indexes.get(id) ?? -1,
      isWhole: true,
    }
  }, [rows, rowId, column, descending])
}
