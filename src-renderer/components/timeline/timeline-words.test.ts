import { describe, expect, test } from 'vitest'
import type { TimelineRow } from '../../lib/timeline-rows.ts'
import { barWords, rowFacts } from './timeline-words.ts'

const start = new Date(2026, 10, 20, 12, 0, 0, 250).getTime()
const run = { start, end: null, now: start + 90_000 }

function row(given: Partial<TimelineRow>): TimelineRow {
  return {
    id: 'id',
    name: 'load',
    stateType: 'COMPLETED',
    stateName: 'Completed',
    start,
    end: start + 5000,
    expected: start - 1000,
    runCount: 1,
    subflowRunId: null,
    isOpen: false,
    ...given,
  }
}

describe('a bar in words', () => {
  test.each([
    [{}, 'from 12:00:00.250 to 12:00:05.250'],
    [{ end: null, isOpen: true }, 'from 12:00:00.250 still running'],
    [{ end: null }, 'from 12:00:00.250 to 12:00:00.250'],
    [{ start: null, end: null, expected: null }, 'not started'],
    [{ start: null, end: null }, 'not started, expected at 11:59:59.250, 1 min late'],
    [{ start: null, end: null, expected: run.now + 1000 }, 'not started, expected at 12:01:31.250'],
  ])('%j', (given, words) => {
    expect(barWords(row(given), run)).toBe(words)
  })

  test('nothing is late once the flow run is over', () => {
    const over = { ...run, end: start + 10_000 }
    expect(barWords(row({ start: null, end: null }), over)).toBe(
      'not started, expected at 11:59:59.250',
    )
  })
})

test('the facts tell how long it took, or takes so far', () => {
  expect(rowFacts(row({ runCount: 3 }), run.now)).toContainEqual(['Took', '5 s'])
  expect(rowFacts(row({ runCount: 3 }), run.now)).toContainEqual(['Runs', '3'])
  const open = rowFacts(row({ end: null, isOpen: true }), run.now)
  expect(open).toContainEqual(['So far', '1 m 30 s'])
  expect(open).toContainEqual(['Ended', 'not yet'])
})
