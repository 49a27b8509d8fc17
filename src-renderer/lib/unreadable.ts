import type { UnreadableColumn } from '../../src-shared/contract/schemas/unreadable.ts'

/** A row that tells which of its values cannot be read. */
export interface MarkedRow {
  unreadable: readonly UnreadableColumn[]
}

/** The value of a column as it is stored, where Prefect cannot read it; undefined where it can. */
export function storedText(row: MarkedRow, column: string): string | undefined {
  return row.unreadable.find((one) => one.column === column)?.stored
}
