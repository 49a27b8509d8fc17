import { describe, expect, test } from 'vitest'
import { knownCount, pagesAround, shownPages, type KeptPages } from './paged-rows.ts'

const rows = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

describe('pagesAround', () => {
  test('has the pages in sight, and the next one when its rows are near', () => {
    expect(pagesAround({ first: 0, last: 30 }, 100)).toEqual([0])
    expect(pagesAround({ first: 40, last: 70 }, 100)).toEqual([0, 1])
    expect(pagesAround({ first: 230, last: 260 }, 100)).toEqual([1, 2, 3])
  })
})

describe('knownCount', () => {
  test('what was counted', () => {
    const counted = { count: 1050, isExact: true }
    expect(knownCount(new Map([[0, rows(100)]]), 100, counted)).toEqual(counted)
  })

  test('a page that is not full ends the list, whatever was counted', () => {
    const pages = new Map([[3, rows(20)]])
    const end = { count: 320, isExact: true }
    expect(knownCount(pages, 100, { count: 300, isExact: true })).toEqual(end)
    expect(knownCount(pages, 100, { count: 10_000, isExact: false })).toEqual(end)
    expect(knownCount(new Map([[0, []]]), 100, { count: undefined, isExact: true })).toEqual({
      count: 0,
      isExact: true,
    })
  })

  test('while it is being counted there may be a page more', () => {
    const pages = new Map([[0, rows(100)]])
    const more = { count: 200, isExact: false }
    expect(knownCount(pages, 100, { count: undefined, isExact: true })).toEqual(more)
    expect(knownCount(pages, 100, { count: 100, isExact: false })).toEqual(more)
  })
})

describe('shownPages', () => {
  const first = rows(100)
  const kept: KeptPages<number> = {
    view: 'all',
    pages: new Map([[0, first]]),
    count: 300,
    isExact: true,
  }
  const counted = { count: 300, isExact: true }
  const state = { kept, view: 'all', counted, isSettled: true }

  test('nothing before the first page, then the first page at once', () => {
    const start = { ...state, kept: null, isSettled: false }
    expect(shownPages({ ...start, read: new Map() })).toBeNull()
    expect(shownPages({ ...start, read: kept.pages })?.pages.get(0)).toBe(first)
  })

  test('a refresh keeps the old rows until all the new ones are there', () => {
    const read = new Map([[0, rows(100)]])
    expect(shownPages({ ...state, read, isSettled: false })).toBe(kept)
    expect(shownPages({ ...state, read })?.pages.get(0)).toBe(read.get(0))
  })

  test('another question keeps the old rows, and their count, until it is answered', () => {
    const asked = { ...state, view: 'failed', counted: { count: 2, isExact: true } }
    expect(shownPages({ ...asked, read: new Map(), isSettled: false })).toBe(kept)
    const read = new Map([[0, rows(2)]])
    expect(shownPages({ ...asked, read })).toMatchObject({ view: 'failed', count: 2, pages: read })
  })

  test('a page that comes into sight fills its place at once', () => {
    const read = new Map([
      [0, rows(100)],
      [1, rows(100)],
    ])
    const shown = shownPages({ ...state, read, isSettled: false })
    expect(shown?.pages.get(0)).toBe(first)
    expect(shown?.pages.get(1)).toBe(read.get(1))
  })

  test('what is read again and found the same is the same', () => {
    expect(shownPages({ ...state, read: new Map([[0, first]]) })).toBe(kept)
    const more = { ...state, counted: { count: 301, isExact: true } }
    expect(shownPages({ ...more, read: new Map([[0, first]]) })?.count).toBe(301)
  })

  test('of the pages that were left those nearby are kept', () => {
    const before = { ...kept, pages: new Map([...kept.pages, [8, rows(2)], [9, rows(3)]]) }
    const read = new Map([[9, rows(4)]])
    const shown = shownPages({ ...state, kept: before, read })
    expect([...(shown?.pages.keys() ?? [])]).toEqual([8, 9])
    expect(shown?.pages.get(9)).toHaveLength(4)
  })
})
