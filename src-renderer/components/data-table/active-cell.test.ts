import { describe, expect, test } from 'vitest'
import { columnTarget, nothingActive, resolveActive, rowTarget } from './active-cell.ts'
import type { RowSource } from './use-row-source.ts'

function sourceOf(ids: readonly string[]): RowSource<string> {
  return {
    count: ids.length,
    isExact: true,
    at: (index) => ids[index],
    idAt: (index) => ids[index],
    indexOf: (id) => ids.indexOf(id),
    isWhole: true,
  }
}

describe('rowTarget', () => {
  const place = { index: 5, count: 100, rowsInView: 10 }

  test('moves by a row, by a page, to the ends', () => {
    expect(rowTarget('ArrowDown', place)).toBe(6)
    expect(rowTarget('PageUp', place)).toBe(0)
    expect(rowTarget('PageDown', place)).toBe(14)
    expect(rowTarget('End', place)).toBe(99)
  })

  test('goes no further than the last row, and from the first up to the head', () => {
    expect(rowTarget('ArrowDown', { ...place, index: 99 })).toBe(99)
    expect(rowTarget('ArrowUp', { ...place, index: 0 })).toBe(-1)
  })

  test('begins at the first row where none is active', () => {
    expect(rowTarget('ArrowDown', { ...place, index: -1 })).toBe(0)
  })

  test('leaves other keys and an empty table alone', () => {
    expect(rowTarget('a', place)).toBeUndefined()
    expect(rowTarget('End', { ...place, count: 0 })).toBeUndefined()
  })
})

describe('columnTarget', () => {
  const columns = ['name', 'tags']

  test('goes from the row into its first cell, and back', () => {
    expect(columnTarget('ArrowRight', columns, null)).toBe('name')
    expect(columnTarget('ArrowRight', columns, 'name')).toBe('tags')
    expect(columnTarget('ArrowRight', columns, 'tags')).toBe('tags')
    expect(columnTarget('ArrowLeft', columns, 'name')).toBeNull()
    expect(columnTarget('Home', columns, 'name')).toBeUndefined()
  })
})

describe('resolveActive', () => {
  const active = { isHead: false, index: 1, id: 'b', column: 'name' }

  test('stays with its row when others come in above', () => {
    const source = sourceOf(['new', 'a', 'b'])
    expect(resolveActive(active, source, ['name'])).toMatchObject({ index: 2, id: 'b' })
  })

  test('takes the place of a row that is gone', () => {
    const source = sourceOf(['a', 'c'])
    expect(resolveActive(active, source, ['name'])).toMatchObject({ index: 1, id: 'c' })
    expect(resolveActive(active, sourceOf([]), ['name'])).toMatchObject({ index: -1, id: null })
  })

  test('is the whole row where its column is hidden', () => {
    expect(resolveActive(active, sourceOf(['a', 'b']), ['tags']).column).toBeNull()
  })

  test('nothing stays nothing', () => {
    expect(resolveActive(nothingActive, sourceOf(['a']), ['name'])).toEqual(nothingActive)
  })
})
