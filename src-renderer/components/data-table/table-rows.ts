/**
 * Where a table's rows come from: all of them held in memory, which the table sorts, or pages of
 * them from a source that sorts.
 */
export type Rows<Row> = AllRows<Row> | PagedRows<Row>

/** Rows of which every one is here. */
export interface AllRows<Row> {
  kind: 'all'
  rows: readonly Row[]
}

/** Rows of which those around the ones in sight are here; see `usePagedRows`. */
export interface PagedRows<Row> {
  kind: 'paged'
  /** How many there are at least. */
  count: number
  /** False while there may be more than `count`. */
  isExact: boolean
  /** Undefined for a row that is not here yet. */
  row: (index: number) => Row | undefined
  /** Told which rows are in sight; `last` is the last one of them. */
  onRange: (first: number, last: number) => void
}

/** Rows of which every one is held in memory. */
export function allRows<Row>(rows: readonly Row[]): AllRows<Row> {
  return { kind: 'all', rows }
}
