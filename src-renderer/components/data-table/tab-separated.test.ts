import { expect, test } from 'vitest'
import { tabSeparated } from './tab-separated.ts'
import type { TableColumn } from './table-column.ts'

type Row = readonly [string, string]

function column(place: 0 | 1): TableColumn<Row> {
  const text = (row: Row): string => row[place]
  return { id: `${place}`, title: `Column ${place}`, width: 100, text, cell: text }
}

const columns = [column(0), column(1)]

test('a line of titles, then a line a row', () => {
  expect(
    tabSeparated(columns, [
      ['a', 'b'],
      ['c', ''],
    ]),
  ).toBe('Column 0\tColumn 1\na\tb\nc\t')
})

test('one row can go without the titles', () => {
  expect(tabSeparated(columns, [['a', 'b']], { hasHeader: false })).toBe('a\tb')
})

test('what would end a cell is quoted', () => {
  const text = tabSeparated(columns, [['a\tb', 'say "so"\nor not']], { hasHeader: false })
  expect(text).toBe('"a\tb"\t"say ""so""\nor not"')
})
