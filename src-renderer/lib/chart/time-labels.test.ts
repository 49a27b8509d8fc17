import { expect, test } from 'vitest'
import { barMark, barTime, hourOfDay, spanTime } from './time-labels.ts'

const hour = 3_600_000
const start = Date.parse('2026-11-02T00:00:00Z')

/** As the locale of this machine writes a day. */
function day(date: string): string {
  const format = new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', dateStyle: 'medium' })
  return format.format(new Date(date))
}

test('a week is told by its first and its last day', () => {
  const week = { from: start, before: start + 7 * 24 * hour }
  expect(barTime(week, { unit: 'week', minutesEast: 0 })).toBe(
    `${day('2026-11-02')} to ${day('2026-11-08')}`,
  )
})

test('a span of whole days has no times, any other has', () => {
  const days = { from: start, before: start + 48 * hour }
  expect(spanTime(days, 0)).toBe(`${day('2026-11-02')} to ${day('2026-11-03')}`)
  expect(spanTime({ from: start, before: start + 24 * hour }, 0)).toBe(day('2026-11-02'))
  expect(spanTime({ from: start + hour, before: start + 3 * hour }, 0)).toBe(
    `${day('2026-11-02')}, 01:00 to 03:00`,
  )
  expect(spanTime({ from: start + hour, before: start + 25 * hour }, 0)).toBe(
    `${day('2026-11-02')}, 01:00 to ${day('2026-11-03')}, 01:00`,
  )
})

test('days and hours are those of the clock that is meant', () => {
  const bar = { from: start - hour, before: start + 23 * hour, counts: {}, total: 0 }
  expect(spanTime(bar, 60)).toBe(day('2026-11-02'))
  expect(barMark(bar, { unit: 'hour', minutesEast: 0 })).toBe('23:00')
  expect(hourOfDay(start, 90)).toBe(1)
})
