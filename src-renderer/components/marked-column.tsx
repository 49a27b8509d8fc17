import { storedText, type MarkedRow } from '../lib/unreadable.ts'
import type { TableColumn } from './data-table/table-column.ts'
import { MarkedValue } from './marked-value.tsx'

/**
 * The column, with the stored text, marked, in the place of a value that Prefect cannot read.
 *
 * @param stored - the column of the database that the cell shows.
 */
export function markedColumn<Row extends MarkedRow>(
  stored: string,
  column: TableColumn<Row>,
): TableColumn<Row> {
  return {
    ...column,
    text: (row) => storedText(row, stored) ?? column.text(row),
    cell: (row, width) => {
      const text = storedText(row, stored)
      return text === undefined ? column.cell(row, width) : <MarkedValue text={text} />
    },
  }
}
