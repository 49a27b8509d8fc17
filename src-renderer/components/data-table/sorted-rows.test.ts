import { expect, test } from 'vitest'
import { sortedRows } from './sorted-rows.ts'
import type { SortValue, TableColumn } from './table-column.ts'

interface Row {
  id: string
  value: SortValue
}

const column: TableColumn<Row> = {
  id: 'value',
  title: 'Value',
  width: 100,
  sortValue: ({ value }) => value,
  text: ({ value }) => String(value),
  cell: ({ value }) => value,
}

function order(values: Readonly<Record<string, SortValue>>, descending: boolean): string {
  const rows = Object.entries(values).map(([id, value]) => ({ id, value }))
  return sortedRows(rows, ({ id }) => id, { column, descending })
    .map(({ id }) => id)
    .join('')
}

test('rows without the value come last, whichever way', () => {
  expect(order({ a: null, b: 2, c: 1 }, false)).toBe('cba')
  expect(order({ a: null, b: 2, c: 1 }, true)).toBe('bca')
})

test('rows of one value stand by their ids, whichever way', () => {
  expect(order({ c: 1, a: 1, b: 1 }, false)).toBe('abc')
  expect(order({ c: 1, a: 1, b: 1 }, true)).toBe('abc')
  expect(order({ c: null, a: null, b: 0 }, true)).toBe('bac')
})

test('texts stand as people count', () => {
  expect(order({ a: 'run 10', b: 'Run 9', c: 'other' }, false)).toBe('cba')
})

test('what is no number is no value', () => {
  expect(order({ a: Number.NaN, b: 5, c: 7 }, true)).toBe('cba')
})

test('without a column to sort by they stand by their ids', () => {
  const rows = [{ id: 'b' }, { id: 'a' }]
  const by = { column: undefined, descending: true }
  expect(sortedRows(rows, ({ id }) => id, by)).toEqual([{ id: 'a' }, { id: 'b' }])
})
