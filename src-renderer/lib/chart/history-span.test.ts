import { expect, test } from 'vitest'
import { askedSpan, historySpan, startSpan, withStartSpan } from './history-span.ts'

const span = {
  from: Date.parse('2026-11-12T00:00:00Z'),
  before: Date.parse('2026-11-19T00:00:00Z'),
}

test('a span becomes the time of start that Prefect is asked for, its end left out', () => {
  expect(withStartSpan({}, span)).toEqual({
    flow_runs: {
      start_time: { after_: '2026-11-12T00:00:00.000000Z', before_: '2026-11-18T23:59:59.999999Z' },
    },
  })
})

test('a span comes back out of the filter as it went in', () => {
  expect(startSpan(withStartSpan({}, span))).toEqual(span)
  expect(startSpan({})).toBeNull()
  expect(startSpan({ flow_runs: { start_time: { after_: '2026-11-12' } } })).toEqual({
    from: span.from,
    before: null,
  })
})

test('all else that the filter asks stays', () => {
  const filter = { flow_runs: { tags: { all_: ['a'] } }, work_pools: { name: { any_: ['p'] } } }
  expect(withStartSpan(withStartSpan(filter, span), null)).toEqual(filter)
  expect(withStartSpan(withStartSpan({}, span), null)).toEqual({})
})

test('days up to the end of today on the clock that is meant', () => {
  const now = Date.parse('2026-11-20T23:30:00Z')
  const asked = { span: '7', zoom: null, now, minutesEast: 60 } as const
  expect(askedSpan(asked)).toEqual({
    from: Date.parse('2026-11-14T23:00:00Z'),
    before: Date.parse('2026-11-21T23:00:00Z'),
  })
})

test('what the filter asks takes the place of the days', () => {
  const asked = { span: '7', now: Date.parse('2026-11-20T12:00:00Z'), minutesEast: 0 } as const
  expect(askedSpan({ ...asked, zoom: span })).toEqual(span)
  expect(askedSpan({ ...asked, zoom: { from: span.from, before: null } }).before).toBe(
    Date.parse('2026-11-21T00:00:00Z'),
  )
  const upside = { from: span.before, before: span.from }
  expect(askedSpan({ ...asked, zoom: upside }).from).toBe(span.from)
})

test('an address that names no span that there is shows 30 days', () => {
  expect(historySpan(90)).toBe('90')
  expect(historySpan('all')).toBe('all')
  expect(historySpan('8')).toBe('30')
  expect(historySpan(undefined)).toBe('30')
})
