import { expect, test } from 'vitest'
import { localInput, momentOfInput, relativeMoments } from './filter-moments.ts'

const now = new Date('2026-11-21T09:30:15.5Z')

test('a moment is the same after it stood in the input, to the second', () => {
  for (const moment of ['2026-11-20T08:00:00Z', '2026-03-29T01:30:00Z', '0987-01-01T00:00:00Z']) {
    expect(momentOfInput(localInput(moment))).toBe(moment)
  }
  expect(momentOfInput(localInput('2026-11-20T08:00:01.123456Z'))).toBe('2026-11-20T08:00:01Z')
})

test('what is no moment gives none', () => {
  expect(momentOfInput('')).toBeNull()
  expect(momentOfInput('12026-01-01T00:00')).toBeNull()
  expect(localInput('yesterday')).toBe('')
})

test('so long ago is put into an absolute moment', () => {
  const at = new Map(relativeMoments.map((one) => [one.id, one.at(now)]))
  expect(at.get('day')).toBe('2026-11-20T09:30:15Z')
  expect(at.get('week')).toBe('2026-11-14T09:30:15Z')
  expect(at.get('today')).toBe(`${new Date(2026, 10, 21).toISOString().slice(0, 19)}Z`)
})
