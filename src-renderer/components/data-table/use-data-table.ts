import { useDebouncedCallback } from '@mantine/hooks'
import { functionalUpdate, useTable, type ReactTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { TableLayout } from '../../../src-shared/contract/schemas/preferences.ts'
import type { Sorting, TableColumn } from './table-column.ts'
import { columnDefs, features, type Features } from './table-features.ts'

/** A drag tells a width at every pixel; it is kept when the hand rests, in milliseconds. */
const restAfterDrag = 300

/** What {@link useDataTable} needs to know. */
export interface DataTableState<Row> {
  rows: readonly Row[]
  rowId: (row: Row) => string
  columns: readonly TableColumn<Row>[]
  sorting: Sorting
  onSorting: (sorting: Sorting) => void
  layout: TableLayout
  onLayout: (layout: TableLayout) => void
}

/** The columns that grow take what is left of the width, each its share; a width the user set stays. */
function grownWidths<Row>(
  columns: readonly TableColumn<Row>[],
  layout: TableLayout,
  available: number,
): Record<string, number> {
  const shown = columns.filter(({ id, pinned }) => pinned || !layout.hidden.includes(id))
  const used = shown.reduce((sum, { id, width }) => sum + (layout.widths[id] ?? width), 0)
  const growing = shown.filter(({ id, grows }) => grows && layout.widths[id] === undefined)
  const share = growing.reduce((sum, { width }) => sum + width, 0)
  const left = Math.max(0, available - used)
  const grown = growing.map(({ id, width }) => [id, width + Math.floor((left * width) / share)])
  return Object.fromEntries(grown) as Record<string, number>
}

/**
 * A table's model: sorted rows, shown columns and their widths.
 *
 * @param available - the width there is, in pixels.
 */
export function useDataTable<Row extends object>(
  state: DataTableState<Row>,
  available: number,
): ReactTable<Features, Row> {
  const { rows, rowId, columns, sorting, onSorting, layout, onLayout } = state
  const [dragged, setDragged] = useState<Record<string, number>>({})
  const keep = useDebouncedCallback((widths: Record<string, number>) => {
    onLayout({ ...layout, widths: { ...layout.widths, ...widths } })
  }, restAfterDrag)
  const defs = useMemo(() => columnDefs(columns), [columns])
  const grown = useMemo(() => {
    return grownWidths(columns, { ...layout, widths: { ...layout.widths, ...dragged } }, available)
  }, [columns, layout, dragged, available])
  const columnSizing = { ...grown, ...layout.widths, ...dragged }
  return useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: rowId,
    columnResizeMode: 'onChange',
    enableSortingRemoval: false,
    state: {
      sorting: [{ id: sorting.column, desc: sorting.descending }],
      columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
      columnPinning: { start: columns.filter(({ pinned }) => pinned).map(({ id }) => id), end: [] },
      columnSizing,
    },
    onSortingChange: (update) => {
      const [first] = functionalUpdate(update, [{ id: sorting.column, desc: sorting.descending }])
      if (first) onSorting({ column: first.id, descending: first.desc })
    },
    onColumnSizingChange: (update) => {
      const next = functionalUpdate(update, columnSizing)
      const changed = Object.entries(next).filter(([id, width]) => columnSizing[id] !== width)
      const widths = { ...dragged, ...Object.fromEntries(changed) }
      setDragged(widths)
      keep(widths)
    },
  })
}
