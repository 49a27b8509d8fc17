import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterScroll, scrolledTo, scrollScale, topOf, type ScrollPlace } from './scroll-scale.ts'

const viewHeight = 700

describe('a table that fits', () => {
  test('is not scaled', () => {
    const scale = scrollScale(300_000 * 32, viewHeight)
    expect(scale.height).toBe(300_000 * 32)
    expect(topOf(scale, 123_456)).toBe(123_456)
    expect(scrolledTo(scale, 123_456)).toBe(123_456)
  })
})

describe('a table that is too tall', () => {
  const scale = scrollScale(10_000_000 * 32, viewHeight)

  test('is as tall as browsers let an element be', () => {
    expect(scale.height).toBeLessThan(17_000_000)
  })

  test('has its ends at the ends of the bar', () => {
    expect(topOf(scale, 0)).toBe(0)
    expect(topOf(scale, scale.mostScrolled)).toBe(scale.mostTop)
    expect(scrolledTo(scale, scale.mostTop)).toBe(scale.mostScrolled)
  })

  test('shows the middle in the middle', () => {
    const middle = topOf(scale, Math.round(scale.mostScrolled / 2))
    expect(Math.abs(middle / scale.mostTop - 0.5)).toBeLessThan(0.001)
  })

  test('every place can be gone to, and the bar then stands within its range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: scale.mostTop }), (top) => {
        const scrolled = scrolledTo(scale, top)
        expect(scrolled).toBeGreaterThanOrEqual(0)
        expect(scrolled).toBeLessThanOrEqual(scale.mostScrolled)
        // One pixel of the bar is some of the table's.
        expect(Math.abs(topOf(scale, scrolled) - top)).toBeLessThanOrEqual(28)
      }),
    )
  })

  test('a wheel moves by as many pixels, right up to either end', () => {
    const away = fc.integer({ min: 0, max: 2_000_000 })
    const step = fc.integer({ min: 300, max: 1400 })
    fc.assert(
      fc.property(away, step, fc.boolean(), (from, size, isDown) => {
        const end = isDown ? scale.mostTop : 0
        const by = isDown ? size : -size
        const start = isDown ? end - from : from
        let place: ScrollPlace = { top: start, scrolled: scrolledTo(scale, start) }
        while (place.top !== end) {
          const asked = place.scrolled + by
          const scrolled = Math.max(0, Math.min(scale.mostScrolled, asked))
          const next = afterScroll(scale, place, { scrolled, viewHeight })
          expect(next.top).toBe(
            isDown ? Math.min(end, place.top + by) : Math.max(0, place.top + by),
          )
          place = next
        }
      }),
      { numRuns: 20 },
    )
  })

  test('a drag of the bar goes to its proportion', () => {
    const place = { top: 5_000_000, scrolled: scrolledTo(scale, 5_000_000) }
    const scrolled = Math.round(scale.mostScrolled * 0.75)
    const { top } = afterScroll(scale, place, { scrolled, viewHeight })
    expect(Math.abs(top / scale.mostTop - 0.75)).toBeLessThan(0.01)
  })
})
