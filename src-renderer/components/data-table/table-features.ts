import {
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
} from '@tanstack/react-table'
import { narrowest, type SortValue, type TableColumn } from './table-column.ts'

interface ColumnMeta {
  grows: boolean
  align: 'left' | 'right'
}

/** What of TanStack Table the tables use. */
export const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  columnPinningFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnMeta: metaHelper<ColumnMeta>(),
})

/** The type of {@link features}. */
export type Features = typeof features

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function compare(a: SortValue | undefined, b: SortValue | undefined): number {
  if (typeof a === 'string' && typeof b === 'string') return byText.compare(a, b)
  return Number(a) - Number(b)
}

/** A table's columns in TanStack's terms. A row without the value sorts last, whichever way. */
export function columnDefs<Row extends object>(
  columns: readonly TableColumn<Row>[],
): ColumnDef<Features, Row, unknown>[] {
  const helper = createColumnHelper<Features, Row>()
  return columns.map((column) =>
    helper.accessor((row): unknown => column.sortValue?.(row) ?? undefined, {
      id: column.id,
      header: column.title,
      cell: (cell) => column.cell(cell.row.original, cell.column.getSize()),
      size: column.width,
      minSize: narrowest,
      maxSize: 1200,
      enableSorting: column.sortValue !== undefined,
      enableHiding: !column.pinned,
      sortUndefined: 'last',
      sortFn: (a, b, id) =>
        compare(a.getValue<SortValue | undefined>(id), b.getValue<SortValue | undefined>(id)),
      meta: { grows: column.grows ?? false, align: column.align ?? 'left' },
    }),
  )
}
