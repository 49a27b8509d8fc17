import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TimelineRow } from './timeline-rows.ts'
import { around, barOf, barPlace, panned, wholeSpan, zoomed, type Span } from './timeline-scale.ts'

function row(given: Partial<TimelineRow>): TimelineRow {
  return {
    id: 'id',
    name: 'name',
    stateType: 'COMPLETED',
    stateName: 'Completed',
    start: 1000,
    end: 2000,
    expected: 900,
    runCount: 1,
    subflowRunId: null,
    isOpen: false,
    ...given,
  }
}

describe('the whole span', () => {
  test('holds the flow run and all bars, with room around', () => {
    const rows = [row({ start: 500 }), row({ end: 4000 }), row({ start: null, end: null })]
    const { from, to } = wholeSpan(rows, { start: 1000, end: 3000, now: 9000 })
    expect(from).toBe(500 - 70)
    expect(to).toBe(4000 + 70)
  })

  test('reaches to now while the flow run goes on', () => {
    const rows = [row({ end: null, isOpen: true })]
    expect(wholeSpan(rows, { start: 1000, end: null, now: 11_000 }).to).toBeCloseTo(11_200)
  })

  test('does not reach to now for a task run that a flow run left behind', () => {
    const rows = [row({ end: null, isOpen: true }), row({})]
    expect(wholeSpan(rows, { start: 1000, end: 3000, now: 9e9 }).to).toBeLessThan(3100)
  })

  test('is the last second where nothing has begun', () => {
    const rows = [row({ start: null, end: null })]
    expect(wholeSpan(rows, { start: null, end: null, now: 9000 })).toEqual({ from: 8000, to: 9000 })
  })
})

describe('a bar', () => {
  const run = { start: 0, end: null, now: 5000 }

  test('goes from start to end, or while it is open to now', () => {
    expect(barOf(row({}), run)).toEqual({ from: 1000, to: 2000 })
    expect(barOf(row({ end: null, isOpen: true }), run)).toEqual({ from: 1000, to: 5000 })
    expect(barOf(row({ end: null, isOpen: false }), run)).toEqual({ from: 1000, to: 1000 })
  })

  test('of what has not begun goes from when it was expected to now', () => {
    const waiting = row({ start: null, end: null })
    expect(barOf(waiting, run)).toEqual({ from: 900, to: 5000 })
    expect(barOf(waiting, { ...run, end: 3000 })).toEqual({ from: 900, to: 3000 })
    expect(barOf(row({ start: null, end: null, expected: 8000 }), run)).toEqual({
      from: 8000,
      to: 8000,
    })
    expect(barOf(row({ start: null, end: null, expected: null }), run)).toBeNull()
  })

  test('is cut where it goes beyond what is seen, and is none out of sight', () => {
    const span = { from: 1000, to: 2000 }
    expect(barPlace({ from: 1250, to: 1500 }, span)).toEqual({
      left: 0.25,
      width: 0.25,
      goesBeyond: false,
      comesFromBefore: false,
    })
    expect(barPlace({ from: 500, to: 3000 }, span)).toEqual({
      left: 0,
      width: 1,
      goesBeyond: true,
      comesFromBefore: true,
    })
    expect(barPlace({ from: 2500, to: 3000 }, span)).toBeNull()
    expect(barPlace({ from: 100, to: 300 }, span)).toBeNull()
  })

  test('that ends before it starts has no length', () => {
    expect(barPlace({ from: 1500, to: 1200 }, { from: 1000, to: 2000 })?.width).toBe(0)
  })
})

describe('looking closer', () => {
  const spans = fc
    .tuple(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1000, max: 1e10 }))
    .map(([from, length]): Span => ({ from, to: from + length }))

  test('keeps the moment under the pointer where it is, within bounds', () => {
    fc.assert(
      fc.property(spans, fc.double({ min: 0, max: 1, noNaN: true }), (bounds, part) => {
        const at = bounds.from + (bounds.to - bounds.from) * part
        const closer = zoomed(bounds, { factor: 2, at, bounds })
        const length = closer.to - closer.from
        expect((at - closer.from) / length).toBeCloseTo(part, 3)
        expect(length).toBeCloseTo((bounds.to - bounds.from) / 2, 1)
      }),
    )
  })

  test('never leaves the bounds, however one zooms and moves', () => {
    const steps = fc.array(
      fc.record({
        factor: fc.double({ min: 0.2, max: 5, noNaN: true }),
        parts: fc.double({ min: -3, max: 3, noNaN: true }),
        at: fc.double({ min: -1, max: 2, noNaN: true }),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(spans, steps, (bounds, all) => {
        let span = bounds
        for (const { factor, parts, at } of all) {
          const moment = span.from + (span.to - span.from) * at
          span = panned(zoomed(span, { factor, at: moment, bounds }), { parts, bounds })
          expect(span.from).toBeGreaterThanOrEqual(bounds.from)
          expect(span.to).toBeLessThanOrEqual(bounds.to + 1)
          expect(span.to).toBeGreaterThan(span.from)
        }
      }),
    )
  })

  test('shows a bar with as much time again around it', () => {
    const bounds = { from: 0, to: 10_000 }
    expect(around({ from: 4000, to: 5000 }, bounds)).toEqual({ from: 3500, to: 5500 })
    expect(around({ from: 0, to: 1000 }, bounds)).toEqual({ from: 0, to: 2000 })
    expect(around({ from: 4000, to: 4000 }, bounds)).toEqual({ from: 3997.5, to: 4002.5 })
  })

  test('ends at five milliseconds', () => {
    const bounds = { from: 0, to: 1000 }
    const { from, to } = zoomed(bounds, { factor: 1e9, at: 500, bounds })
    expect(to - from).toBe(5)
  })
})
