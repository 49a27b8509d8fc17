import { copyText } from '../../lib/clipboard.ts'
import { counted } from '../../lib/numbers.ts'
import type { ActivatedBy } from './data-table-props.ts'
import { tabSeparated } from './tab-separated.ts'
import type { Grid } from './use-grid.ts'

/** Makes a row the active one. */
export function activate<Row extends object>(
  grid: Grid<Row>,
  { index, column, by }: { index: number; column: string | null; by: ActivatedBy },
): void {
  grid.setActive({ isHead: false, index, id: grid.source.idAt(index) ?? null, column })
  grid.setRangeFrom(index)
  if (by === 'key') grid.window.show(index)
  const row = grid.source.at(index)
  if (row) grid.props.onActivate?.(row, by)
}

/** Selects the rows from where the range began to this one, and makes it the active one. */
export function extendTo<Row extends object>(grid: Grid<Row>, index: number): void {
  const { source, window, selection, active, rangeFrom } = grid
  grid.setRangeFrom(rangeFrom)
  grid.setActive({ ...active, isHead: false, index, id: source.idAt(index) ?? null })
  window.show(index)
  selection.selectRange(rangeFrom, index)
}

/** Selects a row, or no longer; a range may begin at it. */
export function toggleRow<Row extends object>(grid: Grid<Row>, index: number): void {
  const { source, selection, active } = grid
  grid.setActive({ ...active, isHead: false, index, id: source.idAt(index) ?? null })
  grid.setRangeFrom(index)
  selection.toggle(index)
}

/** Opens a row's own page or details. */
export function open<Row extends object>(grid: Grid<Row>, index: number): void {
  const row = grid.source.at(index)
  if (row) grid.props.onOpen?.(row)
}

async function copy<Row extends object>(
  grid: Grid<Row>,
  what: string,
  text: string,
): Promise<void> {
  const isCopied = await copyText(text)
  grid.announcer.announce(isCopied ? `Copied ${what}` : 'The browser did not allow to copy')
}

/** Copies rows, tab separated: several with a line of titles. */
export function copyRows<Row extends object>(grid: Grid<Row>, rows: readonly Row[]): void {
  const columns = grid.columns.shown.map(({ column }) => column)
  const text = tabSeparated(columns, rows, { hasHeader: rows.length > 1 })
  void copy(grid, counted(rows.length, 'row'), text)
}

/** Copies one cell's text. */
export function copyCell<Row extends object>(grid: Grid<Row>, row: Row, columnId: string): void {
  const column = grid.props.columns.find(({ id }) => id === columnId)
  if (column) void copy(grid, column.title, column.text(row))
}

/** Copies a row's id. */
export function copyId<Row extends object>(grid: Grid<Row>, row: Row): void {
  void copy(grid, 'the id', grid.props.rowId(row))
}

/** Copies the link of a row's own page. */
export function copyLink<Row extends object>(grid: Grid<Row>, row: Row): void {
  const link = grid.props.rowLink?.(row)
  if (link !== undefined) void copy(grid, 'the link', new URL(link, window.location.href).href)
}

/** Copies what is selected, or else the active cell, or else the active row. */
export function copyActive<Row extends object>(grid: Grid<Row>): boolean {
  const { selection, active, source } = grid
  if (selection.ids.size > 0) {
    const columns = grid.columns.shown.map(({ column }) => column)
    void copy(grid, counted(selection.rows.length, 'row'), tabSeparated(columns, selection.rows))
    return true
  }
  const row = active.isHead ? undefined : source.at(active.index)
  if (!row) return false
  if (active.column === null) copyRows(grid, [row])
  else copyCell(grid, row, active.column)
  return true
}
