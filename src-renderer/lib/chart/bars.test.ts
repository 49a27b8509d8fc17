import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsOf, barUnit, stateSums, totals, wholeSpan, type HistoryCount } from './bars.ts'

const day = 86_400_000
const start = Date.parse('2026-11-02T00:00:00Z')

function counted(at: string, count: number, stateType: string | null = 'COMPLETED'): HistoryCount {
  return { at, stateType, count }
}

test('every day of the span has a bar, those without runs too', () => {
  const bars = barsOf({
    counts: [
      counted('2026-11-03', 4),
      counted('2026-11-03', 1, 'FAILED'),
      counted('2026-11-04', 2, null),
    ],
    span: { from: start, before: start + 4 * day },
    unit: 'day',
    minutesEast: 0,
  })
  expect(bars.map(({ counts }) => counts)).toEqual([{}, { COMPLETED: 4, FAILED: 1 }, { '': 2 }, {}])
  expect(bars.map(({ total }) => total)).toEqual([0, 5, 2, 0])
})

test('a day begins with the clock that is meant', () => {
  const [bar, ...more] = barsOf({
    counts: [counted('2026-11-03', 1)],
    span: { from: start + day - 3_600_000, before: start + 2 * day - 3_600_000 },
    unit: 'day',
    minutesEast: 60,
  })
  expect(more).toEqual([])
  expect(bar).toMatchObject({ from: start + day - 3_600_000, total: 1 })
})

test('weeks begin on Monday and months on their first; the ends are those of the span', () => {
  const span = { from: start + 2 * day, before: start + 40 * day }
  const weeks = barsOf({ counts: [], span, unit: 'week', minutesEast: 0 })
  expect(weeks.slice(0, 2).map(({ from }) => from)).toEqual([span.from, start + 7 * day])
  expect(weeks.at(-1)?.before).toBe(span.before)
  const months = barsOf({ counts: [], span, unit: 'month', minutesEast: 0 })
  expect(months.map(({ from }) => new Date(from).toISOString().slice(0, 10))).toEqual([
    '2026-11-04',
    '2026-12-01',
  ])
})

test('bars follow each other without a gap and lose no run of the span', () => {
  const days = fc.integer({ min: 1, max: 900 })
  const units = fc.constantFrom('day' as const, 'week' as const, 'month' as const)
  fc.assert(
    fc.property(days, units, fc.integer({ min: -840, max: 840 }), (length, unit, minutesEast) => {
      const from = start - minutesEast * 60_000
      const span = { from, before: from + length * day }
      const counts = Array.from({ length }, (_, index) =>
        counted(new Date(start + index * day).toISOString().slice(0, 10), 1),
      )
      const bars = barsOf({ counts, span, unit, minutesEast })
      expect(bars[0]?.from).toBe(span.from)
      expect(bars.at(-1)?.before).toBe(span.before)
      for (const [index, bar] of bars.entries()) {
        expect(bar.from).toBe(index === 0 ? span.from : bars[index - 1]?.before)
        expect(bar.total).toBe((bar.before - bar.from) / day)
      }
      expect(totals(bars)).toEqual({ COMPLETED: length })
    }),
  )
})

test('hours are shown for three days at most, and the unit grows as the room shrinks', () => {
  expect(barUnit({ from: 0, before: 2 * day }, 200)).toBe('hour')
  expect(barUnit({ from: 0, before: 2 * day }, 20)).toBe('day')
  expect(barUnit({ from: 0, before: 90 * day }, 200)).toBe('day')
  expect(barUnit({ from: 0, before: 365 * day }, 200)).toBe('week')
  expect(barUnit({ from: 0, before: 3650 * day }, 200)).toBe('month')
})

test('a history of all there is begins with its first day', () => {
  const counts = [counted('2026-11-04', 1), counted('2026-11-02', 1)]
  const before = start + 20 * day
  expect(wholeSpan({ from: 0, before }, counts, 0)).toEqual({ from: start, before })
  expect(wholeSpan({ from: 0, before }, [], 0)).toEqual({ from: before - 30 * day, before })
  expect(wholeSpan({ from: start - day, before }, counts, 0).from).toBe(start - day)
})

test('counts are summed by state, those without one under the empty text', () => {
  const counts = [
    counted('2026-11-04', 2),
    counted('2026-11-02', 1),
    counted('2026-11-02', 5, null),
  ]
  expect(stateSums(counts)).toEqual({ COMPLETED: 3, '': 5 })
})
