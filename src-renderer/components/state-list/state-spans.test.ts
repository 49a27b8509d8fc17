import { describe, expect, test } from 'vitest'
import type { StoredState } from '../../../src-shared/contract/schemas/run-page.ts'
import { stateSpans, stripParts } from './state-spans.ts'

function state(type: string, timestamp: string | null): StoredState {
  return { id: type, type, name: type, timestamp, message: null, details: '{}', data: null }
}

const now = Date.parse('2026-11-20T10:01:00Z')

describe('how long a state lasted', () => {
  test('is until the next one, or while the last one may change until now', () => {
    const spans = stateSpans(
      [
        state('PENDING', '2026-11-20T10:00:00.000000Z'),
        state('RUNNING', '2026-11-20T10:00:00.500000Z'),
      ],
      now,
    )
    expect(spans.map(({ seconds }) => seconds)).toEqual([0.5, 59.5])
  })

  test('has no end where the last one is for good', () => {
    const spans = stateSpans([state('FAILED', '2026-11-20T10:00:00.000000Z')], now)
    expect(spans.map(({ seconds }) => seconds)).toEqual([null])
  })

  test('cannot be told where a time cannot be read', () => {
    const spans = stateSpans([state('PENDING', null), state('RUNNING', null)], now)
    expect(spans.map(({ seconds }) => seconds)).toEqual([null, null])
  })
})

test('the strip has a part for each state that took time', () => {
  const parts = stripParts(
    stateSpans(
      [
        state('SCHEDULED', '2026-11-20T09:00:00.000000Z'),
        state('PENDING', '2026-11-20T09:00:00.000000Z'),
        state('RUNNING', '2026-11-20T09:00:09.000000Z'),
        state('COMPLETED', '2026-11-20T09:00:10.000000Z'),
      ],
      now,
    ),
  )
  expect(parts.map(({ state: { type }, share }) => [type, share])).toEqual([
    ['PENDING', 0.75],
    ['RUNNING', 0.25],
  ])
})
