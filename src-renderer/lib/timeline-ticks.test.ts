import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockTime, tickStep, timelineTicks } from './timeline-ticks.ts'

const noon = new Date(2026, 10, 20, 12, 0, 0).getTime()

describe('the ticks of a time axis', () => {
  test('stand at even times of the local clock', () => {
    const ticks = timelineTicks({ from: noon + 100, to: noon + 60_000 }, 6)
    expect(ticks.map(({ label }) => label)).toEqual([
      '12:00:10',
      '12:00:20',
      '12:00:30',
      '12:00:40',
      '12:00:50',
      '12:01:00',
    ])
  })

  test('name the day at midnight', () => {
    const evening = new Date(2026, 10, 20, 22, 30).getTime()
    const labels = timelineTicks({ from: evening, to: evening + 3 * 3_600_000 }, 4).map(
      ({ label }) => label,
    )
    expect(labels).toHaveLength(3)
    expect(labels[0]).toBe('23:00')
    expect(labels[1]).toMatch(/21/)
    expect(labels[2]).toBe('01:00')
  })

  test('are as many as there is room for, in their order, inside the span', () => {
    const lengths = fc.double({ min: 5, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 20 }), (length, most) => {
        const ticks = timelineTicks({ from: noon, to: noon + length }, most)
        expect(ticks.length).toBeLessThanOrEqual(most + 1)
        for (const { part } of ticks) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(1)
        }
        expect(ticks).toEqual(ticks.toSorted((one, other) => one.at - other.at))
      }),
    )
  })

  test('go in steps that people count by', () => {
    expect(tickStep(60_000, 6)).toBe(10_000)
    expect(tickStep(61_000, 6)).toBe(15_000)
    expect(tickStep(10, 5)).toBe(2)
  })

  test('tell the time as exactly as their step needs it', () => {
    expect(clockTime(noon + 61_250, 60_000)).toBe('12:01')
    expect(clockTime(noon + 61_250, 1000)).toBe('12:01:01')
    expect(clockTime(noon + 61_250, 1)).toBe('12:01:01.250')
  })
})
