import type { SortValue, TableColumn } from './table-column.ts'

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function compareValues(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return byText.compare(String(a), String(b))
}

/** Not a number stands for no value: arithmetic on what is not there. */
function valueOf(value: SortValue | undefined): SortValue {
  return value === undefined || Number.isNaN(value) ? null : value
}

/**
 * The rows by a column's values. A row without the value comes last, whichever way; rows of the same
 * value stand by their ids, so that the order is the same each time.
 */
export function sortedRows<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  by: { column: TableColumn<Row> | undefined; descending: boolean },
): Row[] {
  const { sortValue } = by.column ?? {}
  const way = by.descending ? -1 : 1
  const keyed = rows.map((row) => ({ row, id: rowId(row), value: valueOf(sortValue?.(row)) }))
  return keyed
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) {
        return Number(a.value === null) - Number(b.value === null) || compareIds(a.id, b.id)
      }
      return way * compareValues(a.value, b.value) || compareIds(a.id, b.id)
    })
    .map(({ row }) => row)
}
