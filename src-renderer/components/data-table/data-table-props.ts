import type { ReactNode } from 'react'
import type { TableLayout } from '../../../src-shared/contract/schemas/preferences.ts'
import type { MenuItem } from './menu-item.ts'
import type { Sorting, TableColumn } from './table-column.ts'
import type { Rows } from './table-rows.ts'

/** What made a row the active one. */
export type ActivatedBy = 'pointer' | 'key'

/** The rows that are selected, by their ids. */
export interface Selection {
  ids: ReadonlySet<string>
  onSelection: (ids: ReadonlySet<string>) => void
}

/** What a {@link DataTable} shows and does. */
export interface DataTableProps<Row extends object> {
  /** What the table holds, for those who hear it: "Flows". */
  label: string
  /** What one row is, for those who hear how many there are: "flow". */
  noun?: string
  rows: Rows<Row>
  rowId: (row: Row) => string
  /** A row's name, for those who hear it. */
  rowLabel: (row: Row) => string
  columns: readonly TableColumn<Row>[]
  /** Columns that are left out for now, whatever the layout says: there is no room for them. */
  leftOut?: readonly string[]
  sorting: Sorting
  onSorting: (sorting: Sorting) => void
  layout: TableLayout
  onLayout: (layout: TableLayout) => void
  /** The row whose details are shown beside the table. */
  shown?: string | undefined
  /** A click, or a key that moves. */
  onActivate?: ((row: Row, by: ActivatedBy) => void) | undefined
  /** Enter, or a double click. */
  onOpen?: ((row: Row) => void) | undefined
  /** Unset, the table keeps by itself which rows are selected. */
  selection?: Selection | undefined
  /** What can be done with the selected rows, in the bar above the table. */
  selectionActions?: ((rows: readonly Row[]) => ReactNode) | undefined
  /** What a row's context menu offers beside copying; `selected` are the rows it is about. */
  rowMenu?: ((row: Row, selected: readonly Row[]) => readonly MenuItem[]) | undefined
  /** The link of a row's own page within the page: `#/flows/…`. */
  rowLink?: ((row: Row) => string) | undefined
  /** A change of it shows the table from its top: what the rows are filtered by. */
  view?: string | undefined
  /** Shown in the place of rows where there are none. */
  empty: ReactNode
  /** Shown below the last row. */
  footer?: ReactNode
}
