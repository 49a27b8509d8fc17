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
  /** Cannot be hidden, and stays in sight at first: the name. */
  fixed?: boolean
  /** Not shown until the user says so. */
  hiddenAtFirst?: boolean
  /** What rows held in memory are sorted by; unset for a column that cannot be sorted by. */
  sortValue?: (row: Row) => SortValue
  /** True where a paged source sorts by the column. */
  sortable?: boolean
  /** What copying the cell gives. */
  text: (row: Row) => string
  /** What the cell shows; `width` is the column's, in pixels. Its own controls have tabIndex -1. */
  cell: (row: Row, width: number) => ReactNode
}

/** By which column, and which way. */
export interface Sorting {
  column: string
  descending: boolean
}

/** No column is narrower, in pixels. */
export const narrowest = 56

/** Nor can it be made wider, in pixels. */
export const widest = 1200
