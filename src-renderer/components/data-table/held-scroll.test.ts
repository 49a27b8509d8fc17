import { expect, test } from 'vitest'
import { rowsMoved } from './held-scroll.ts'

const seen = ['a', 'b', 'c'].map((id, place) => ({ id, index: 10 + place }))

function indexIn(ids: readonly string[], first: number): (id: string) => number {
  return (id) => {
    const place = ids.indexOf(id)
    return place < 0 ? -1 : first + place
  }
}

test('rows that come in above move what is in sight', () => {
  expect(rowsMoved(seen, indexIn(['a', 'b', 'c'], 14))).toBe(4)
})

test('one row that is sorted elsewhere does not take the others with it', () => {
  const moved = (id: string): number => (id === 'a' ? 0 : indexIn(['b', 'c'], 11)(id))
  expect(rowsMoved(seen, moved)).toBe(0)
})

test('rows that are gone say nothing', () => {
  expect(rowsMoved(seen, indexIn(['c'], 13))).toBe(1)
  expect(rowsMoved(seen, () => -1)).toBe(0)
})
