import { useDebouncedCallback } from '@mantine/hooks'
import { functionalUpdate, useTable, type ReactTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { TableLayout } from '../../../src-shared/contract/schemas/preferences.ts'
import { columnWidths, placeColumns } from './column-layout.ts'
import type { Sorting, TableColumn } from './table-column.ts'
import { columnDefs, features, type Features } from './table-features.ts'

/** A drag tells a width at every pixel; it is kept when the hand rests, in milliseconds. */
const restAfterDrag = 300

/** What {@link useDataTable} needs to know. */
export interface ColumnState<Row> {
  columns: readonly TableColumn<Row>[]
  leftOut?: readonly string[]
  sorting: Sorting
  onSorting: (sorting: Sorting) => void
  layout: TableLayout
  onLayout: (layout: TableLayout) => void
}

/** A column as it is shown. */
export interface ShownColumn<Row> {
  column: TableColumn<Row>
  /** In pixels. */
  width: number
  /** Its distance from the table's left edge in pixels; null where it is not pinned. */
  pinnedAt: number | null
  isLastPinned: boolean
}

const noRows: never[] = []

/** A table's columns as they are shown, and what TanStack Table knows of them. */
export interface DataTableColumns<Row extends object> {
  table: ReactTable<Features, Row>
  shown: ShownColumn<Row>[]
  setWidth: (id: string, width: number) => void
}

interface Widths {
  /** Of the shown columns, in pixels. */
  now: Record<string, number>
  set: (changed: Readonly<Record<string, number>>) => void
}

/** The columns' widths: a change shows at once, and is kept when the hand rests. */
function useWidths<Row>(
  { layout, onLayout }: ColumnState<Row>,
  shown: readonly TableColumn<Row>[],
  available: number,
): Widths {
  const [dragged, setDragged] = useState<Readonly<Record<string, number>>>({})
  const keep = useDebouncedCallback((changed: Readonly<Record<string, number>>) => {
    onLayout({ ...layout, widths: { ...layout.widths, ...changed } })
    setDragged({})
  }, restAfterDrag)
  const now = useMemo(
    () => columnWidths(shown, { ...layout.widths, ...dragged }, available),
    [shown, layout.widths, dragged, available],
  )
  return {
    now,
    set: (changed) => {
      const next = { ...dragged, ...changed }
      setDragged(next)
      keep(next)
    },
  }
}

/**
 * A table's columns: which, in which order, how wide, sorted by which.
 *
 * @param available - the width there is, in pixels.
 */
export function useDataTable<Row extends object>(
  state: ColumnState<Row>,
  available: number,
): DataTableColumns<Row> {
  const { columns, leftOut, sorting, onSorting, layout } = state
  const places = useMemo(() => placeColumns(columns, layout, leftOut), [columns, layout, leftOut])
  const inOrder = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]))
    return places.shown.flatMap((id) => byId.get(id) ?? [])
  }, [columns, places])
  const widths = useWidths(state, inOrder, available)
  const defs = useMemo(() => columnDefs(columns), [columns])
  const table = useTable({
    features,
    columns: defs,
    data: noRows,
    columnResizeMode: 'onChange',
    enableSortingRemoval: false,
    manualSorting: true,
    state: {
      sorting: [{ id: sorting.column, desc: sorting.descending }],
      columnOrder: places.shown,
      columnVisibility: Object.fromEntries(
        columns.map(({ id }) => [id, places.shown.includes(id)]),
      ),
      columnPinning: { start: places.pinned, end: [] },
      columnSizing: widths.now,
    },
    onSortingChange: (update) => {
      const [first] = functionalUpdate(update, [{ id: sorting.column, desc: sorting.descending }])
      if (first) onSorting({ column: first.id, descending: first.desc })
    },
    onColumnSizingChange: (update) => {
      const next = functionalUpdate(update, widths.now)
      const changed = Object.entries(next).filter(([id, width]) => widths.now[id] !== width)
      widths.set(Object.fromEntries(changed))
    },
  })
  const shown = useMemo(
    () => shownColumns(inOrder, places.pinned, widths.now),
    [inOrder, places, widths.now],
  )
  return { table, shown, setWidth: (id, width) => widths.set({ [id]: width }) }
}

function shownColumns<Row>(
  columns: readonly TableColumn<Row>[],
  pinned: readonly string[],
  widths: Readonly<Record<string, number>>,
): ShownColumn<Row>[] {
  let left = 0
  return columns.map((column, index) => {
    const width = widths[column.id] ?? column.width
    const isPinned = index < pinned.length
    const pinnedAt = isPinned ? left : null
    left += width
    return { column, width, pinnedAt, isLastPinned: isPinned && index === pinned.length - 1 }
  })
}
