import { expect, test } from 'vitest'
import { dayBounds, duration, lateness, localTime, relativeTime, storedTime } from './time.ts'

const now = Date.parse('2026-11-20T12:00:00Z')

test.each([
  ['2026-11-20T11:59:59.500000Z', 'just now'],
  ['2026-11-20T11:59:15.000000Z', '45 s ago'],
  ['2026-11-20T11:56:00.000000Z', '4 min ago'],
  ['2026-11-20T10:00:00.000000Z', '2 h ago'],
  ['2026-11-19T11:00:00.000000Z', '1 day ago'],
  ['2026-11-16T11:00:00.000000Z', '4 days ago'],
  ['2026-08-01T11:00:00.000000Z', '3 mo ago'],
  ['2024-08-01T11:00:00.000000Z', '2 y ago'],
  ['2026-11-20T12:30:00.000000Z', 'in 30 min'],
])('%s is %s', (moment, words) => {
  expect(relativeTime(moment, now)).toBe(words)
})

test('a scheduled run is late by what has passed', () => {
  expect(lateness('2026-11-20T11:58:00.000000Z', now)).toBe('2 min late')
  expect(lateness('2026-11-20T11:59:59.900000Z', now)).toBe('due now')
})

test('durations have two units at most', () => {
  expect([0.34, 12, 133, 11_100].map(duration)).toEqual(['340 ms', '12 s', '2 m 13 s', '3 h 5 m'])
})

test('a stored time is the text that the database holds', () => {
  expect(storedTime('2026-11-20T11:19:26.251138Z')).toBe('2026-11-20 11:19:26.251138')
})

test('a day of this clock is asked from its first moment to its last', () => {
  const { after_, before_ } = dayBounds('2026-11-20')
  expect(localTime(after_)).toBe('2026-11-20 00:00:00')
  expect(localTime(before_)).toBe('2026-11-20 23:59:59')
  expect(before_).toMatch(/\.999999Z$/)
})

test('a duration that is less than nothing is shown as one', () => {
  expect(duration(-2)).toBe('−2 s')
})
