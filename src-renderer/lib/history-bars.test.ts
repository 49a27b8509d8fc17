import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { historyBars, lastDays } from './history-bars.ts'

test('the last days end with today, and a change of the clock loses none', () => {
  const days = lastDays(new Date(2026, 2, 31, 23, 59).getTime(), 30)
  expect(days).toHaveLength(30)
  expect(new Set(days).size).toBe(30)
  expect(days.at(0)).toBe('2026-03-02')
  expect(days.at(-1)).toBe('2026-03-31')
})

test('heights follow the square root of the counts', () => {
  const [one, two, none] = historyBars(
    ['a', 'b', 'c'],
    [
      { day: 'a', runs: { COMPLETED: 100 } },
      { day: 'b', runs: { COMPLETED: 25 } },
    ],
    20,
  )
  expect(one?.parts[0]?.height).toBe(20)
  expect(two?.parts[0]?.height).toBe(10)
  expect(none).toMatchObject({ total: 0, parts: [] })
})

test('failures stand on top, and one among thousands is seen', () => {
  const [bar] = historyBars(['a'], [{ day: 'a', runs: { FAILED: 1, COMPLETED: 9999 } }], 20)
  expect(bar?.parts.map(({ type }) => type)).toEqual(['COMPLETED', 'FAILED'])
  expect(bar?.parts[1]?.height).toBeGreaterThanOrEqual(1)
  expect(bar?.parts[1]?.y).toBeCloseTo(0)
})

test('the parts of a bar fill it and stay within the strip', () => {
  const type = fc.constantFrom('COMPLETED', 'FAILED', 'CRASHED', 'RUNNING', '', 'ODD')
  const runs = fc.dictionary(type, fc.nat(1_000_000))
  fc.assert(
    fc.property(fc.array(runs, { minLength: 1, maxLength: 5 }), (all) => {
      const days = all.map((_, index) => String(index))
      const bars = historyBars(
        days,
        all.map((one, index) => ({ day: String(index), runs: one })),
        24,
      )
      for (const bar of bars) {
        let bottom = 24
        for (const part of bar.parts) {
          expect(part.y + part.height).toBeCloseTo(bottom)
          bottom = part.y
        }
        expect(bottom).toBeGreaterThanOrEqual(-1e-9)
      }
    }),
  )
})
