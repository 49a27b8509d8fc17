import { useState } from 'react'
import { count, counted } from '../../lib/numbers.ts'
import type { ActiveCell } from './active-cell.ts'
import type { DataTableProps } from './data-table-props.ts'
import type { Point } from './point-menu.tsx'
import type { Sorting, TableColumn } from './table-column.ts'
import { useActiveCell } from './use-active-cell.ts'
import { useAnnouncer, type Announcer } from './use-announcer.ts'
import { useDataTable, type DataTableColumns } from './use-data-table.ts'
import { useHeldScroll } from './use-held-scroll.ts'
import { useRowSource, type RowSource } from './use-row-source.ts'
import { useRowWindow, type RowWindow, type ScrolledView } from './use-row-window.ts'
import { useTableSelection, type TableSelection } from './use-table-selection.ts'

/** The context menu that is open: of a column's head, or of a cell. */
export interface OpenMenu<Row> {
  at: Point
  column: string | null
  /** As it was when the menu was opened: a refresh does not change what it is about. Null: the head. */
  row: Row | null
}

/** A table's whole state, and what its keys and its mouse do. */
export interface Grid<Row extends object> {
  props: DataTableProps<Row>
  source: RowSource<Row>
  window: RowWindow
  columns: DataTableColumns<Row>
  active: ActiveCell
  setActive: (active: ActiveCell) => void
  selection: TableSelection<Row>
  /** From which row Shift selects. */
  rangeFrom: number
  setRangeFrom: (index: number) => void
  menu: OpenMenu<Row> | null
  setMenu: (menu: OpenMenu<Row> | null) => void
  announcer: Announcer
}

function countWords(source: RowSource<unknown>, noun: string): string {
  const words = counted(source.count, noun)
  return source.isExact ? words : `more than ${words}`
}

function sortingWords(columns: readonly TableColumn<never>[], sorting: Sorting): string {
  const title = columns.find(({ id }) => id === sorting.column)?.title ?? sorting.column
  return `sorted by ${title}, ${sorting.descending ? 'descending' : 'ascending'}`
}

/** "3 selected". */
export function selectedWords({
  ids,
  isPart,
}: Pick<TableSelection<unknown>, 'ids' | 'isPart'>): string {
  if (ids.size === 0) return 'none selected'
  return `${count(ids.size)} selected${isPart ? ', those read so far' : ''}`
}

/** Puts a table together: its rows, columns, what is active, selected and in sight. */
export function useGrid<Row extends object>(
  props: DataTableProps<Row>,
  scrolled: ScrolledView,
): Grid<Row> {
  const { noun = 'row', columns: all, sorting, shown, view = '' } = props
  const source = useRowSource(props)
  const window = useRowWindow(source.count, scrolled)
  const columns = useDataTable(props, window.width)
  const columnIds = columns.shown.map(({ column }) => column.id)
  const [active, setActive] = useActiveCell({ source, columns: columnIds, shown })
  const selection = useTableSelection(source, props.selection)
  const [range, setRange] = useState<{ index: number; id: string | undefined } | null>(null)
  const [menu, setMenu] = useState<OpenMenu<Row> | null>(null)
  useHeldScroll({
    source,
    window,
    hasBar: selection.ids.size > 0,
    view: `${sorting.column} ${sorting.descending} ${view}`,
    shown: active.id === shown ? active.index : -1,
    active: active.index,
  })
  const announcer = useAnnouncer({
    count: countWords(source, noun),
    selected: selectedWords(selection),
    sorting: sortingWords(all, sorting),
  })
  const ranged = range?.id === undefined ? -1 : source.indexOf(range.id, range.index)
  return {
    props,
    source,
    window,
    columns,
    active,
    setActive,
    selection,
    rangeFrom: ranged >= 0 ? ranged : Math.max(0, active.index),
    setRangeFrom: (index) => setRange({ index, id: source.idAt(index) }),
    menu,
    setMenu,
    announcer,
  }
}
