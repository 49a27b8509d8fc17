import type { ReactNode } from 'react'

/** What a cell's column sorts by; null sorts last in either direction. */
export type SortValue = string | number | null

/** A column of a {@link DataTable}. */
export interface TableColumn<Row> {
  id: string
  title: string
  /** Width in pixels until the user sets one. */
  width: number
  /** Takes a share of what is left of the table's width. */
  grows?: boolean
  /** Numbers and durations stand at the right. */
  align?: 'right'
  /** Stays in sight, and cannot be hidden. */
  pinned?: boolean
  /** Unset for a column that cannot be sorted by. */
  sortValue?: (row: Row) => SortValue
  /** What the cell shows; `width` is the column's, in pixels. */
  cell: (row: Row, width: number) => ReactNode
}

/** By which column, and which way. */
export interface Sorting {
  column: string
  descending: boolean
}

/** No column is narrower, in pixels. */
export const narrowest = 56
