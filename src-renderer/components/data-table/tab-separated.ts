import type { TableColumn } from './table-column.ts'

/** A cell as spreadsheets read it back: quoted where it holds what would end it. */
function field(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as tab separated text, with a line of the columns' titles first. */
export function tabSeparated<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  { hasHeader = true } = {},
): string {
  const lines = rows.map((row) => columns.map((column) => field(column.text(row))))
  const all = hasHeader ? [columns.map(({ title }) => field(title)), ...lines] : lines
  return all.map((line) => line.join('\t')).join('\n')
}
