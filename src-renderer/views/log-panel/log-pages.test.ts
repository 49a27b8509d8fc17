import { describe, expect, test } from 'vitest'
import { keptPages, linesInAll, pagesOf, pageSize } from './log-pages.ts'

describe('the pages of log lines', () => {
  test('that hold some places', () => {
    expect(pagesOf(0, 10)).toEqual([0])
    expect(pagesOf(199, 200)).toEqual([0, 1])
    expect(pagesOf(950, 1250)).toEqual([4, 5, 6])
  })

  test('are kept once they were read, up to a hundred, the furthest ones go first', () => {
    expect(keptPages([0, 1], [1, 2])).toEqual([0, 1, 2])
    const many = Array.from({ length: 100 }, (_, page) => page)
    const kept = keptPages(many, [100])
    expect(kept).toHaveLength(100)
    expect(kept[0]).toBe(1)
    expect(kept.at(-1)).toBe(100)
  })
})

describe('the room for lines', () => {
  test('is one more than a full page, until they are counted', () => {
    expect(linesInAll(undefined, new Map([[0, pageSize]]))).toBe(201)
    expect(linesInAll(undefined, new Map([[0, 17]]))).toBe(17)
    expect(
      linesInAll(
        undefined,
        new Map([
          [0, pageSize],
          [1, 0],
        ]),
      ),
    ).toBe(201)
  })

  test('is their count, or what was read if that is more', () => {
    expect(linesInAll(5000, new Map([[0, pageSize]]))).toBe(5000)
    expect(
      linesInAll(
        200,
        new Map([
          [0, pageSize],
          [1, 3],
        ]),
      ),
    ).toBe(203)
    expect(linesInAll(0, new Map())).toBe(0)
  })
})
