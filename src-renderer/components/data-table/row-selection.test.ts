import { expect, test } from 'vitest'
import { idsBetween, stillThere, toggled } from './row-selection.ts'

const ids = ['a', 'b', undefined, 'd']
const idAt = (index: number): string | undefined => ids[index]

test('a range has both its ends, whichever comes first', () => {
  expect([...idsBetween(idAt, 3, 1)]).toEqual(['b', 'd'])
  expect([...idsBetween(idAt, 0, 0)]).toEqual(['a'])
})

test('toggling twice is nothing, and leaves the selection before as it was', () => {
  const before = new Set(['a'])
  expect([...toggled(toggled(before, 'b'), 'b')]).toEqual(['a'])
  expect([...before]).toEqual(['a'])
})

test('what is gone drops out; where nothing is, the selection is the same one', () => {
  const before = new Set(['a', 'b'])
  expect([...stillThere(before, (id) => id === 'a')]).toEqual(['a'])
  expect(stillThere(before, () => true)).toBe(before)
})
