import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
} from '@tanstack/react-table'
import { narrowest, widest, type TableColumn } from './table-column.ts'

/** What of TanStack Table the tables use: its columns. Rows may be a million, of which few are here. */
export const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
})

/** The type of {@link features}. */
export type Features = typeof features

/** A table's columns in TanStack's terms. */
export function columnDefs<Row extends object>(
  columns: readonly TableColumn<Row>[],
): ColumnDef<Features, Row, unknown>[] {
  const helper = createColumnHelper<Features, Row>()
  return columns.map((column) =>
    helper.accessor((row): unknown => column.text(row), {
      id: column.id,
      header: column.title,
      size: column.width,
      minSize: narrowest,
      maxSize: widest,
      // What is most comes first: of numbers that is what one looks for.
      sortDescFirst: column.align === 'right',
      enableSorting: column.sortValue !== undefined || column.sortable === true,
    }),
  )
}
