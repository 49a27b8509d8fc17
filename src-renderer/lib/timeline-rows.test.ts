import { describe, expect, test } from 'vitest'
import type { TimelineTask } from '../../src-shared/contract/schemas/run-page.ts'
import { countsByState, matchingRows, rowSeconds, timelineRows } from './timeline-rows.ts'

function task(given: Partial<TimelineTask>): TimelineTask {
  return {
    id: 'id',
    name: 'extract-0',
    taskKey: 'extract',
    stateType: 'COMPLETED',
    stateName: 'Completed',
    start: '2026-11-20T10:00:00.000000Z',
    end: '2026-11-20T10:00:05.500000Z',
    expected: '2026-11-20T10:00:00.000000Z',
    runCount: 1,
    subflowRunId: null,
    ...given,
  }
}

describe('the rows of a timeline', () => {
  test('what has not begun comes last, the rest keeps its order', () => {
    const rows = timelineRows([
      task({ id: 'waits', start: null, end: null, stateType: 'PENDING' }),
      task({ id: 'first' }),
      task({ id: 'second' }),
    ])
    expect(rows.map(({ id }) => id)).toEqual(['first', 'second', 'waits'])
  })

  test('a row is open while it began, did not end and may go on', () => {
    const isOpen = (given: Partial<TimelineTask>): boolean | undefined =>
      timelineRows([task(given)])[0]?.isOpen
    expect(isOpen({ end: null, stateType: 'RUNNING' })).toBe(true)
    expect(isOpen({ end: null, stateType: 'TELEPORTED' })).toBe(true)
    expect(isOpen({ end: null, stateType: 'CRASHED' })).toBe(false)
    expect(isOpen({ start: null, end: null, stateType: 'RUNNING' })).toBe(false)
    expect(isOpen({})).toBe(false)
  })

  test('seconds: to the end, or while it is open to now', () => {
    const [ended, open, odd, waiting, backward] = timelineRows([
      task({}),
      task({ end: null, stateType: 'RUNNING' }),
      task({ end: null, stateType: 'FAILED' }),
      task({ end: '2026-11-20T09:59:00.000000Z' }),
      task({ start: null, end: null }),
    ])
    const now = Date.parse('2026-11-20T10:01:00Z')
    expect([ended, open, odd, waiting, backward].map((row) => row && rowSeconds(row, now))).toEqual(
      [5.5, 60, null, 0, null],
    )
  })

  test('names are searched in any case, states by their types', () => {
    const rows = timelineRows([
      task({ id: 'a', name: 'Extract-0' }),
      task({ id: 'b', name: 'load-0', stateType: 'FAILED' }),
      task({ id: 'c', name: 'load-1', stateType: null }),
    ])
    const found = (text: string, states: string[]): string[] =>
      matchingRows(rows, { text, states }).map(({ id }) => id)
    expect(found('', [])).toEqual(['a', 'b', 'c'])
    expect(found('EXTRACT', [])).toEqual(['a'])
    expect(found('load', ['FAILED'])).toEqual(['b'])
    expect(found('', [''])).toEqual(['c'])
  })

  test('states are counted, the most frequent first', () => {
    const rows = timelineRows([
      task({ stateType: 'FAILED' }),
      task({}),
      task({}),
      task({ stateType: null }),
    ])
    expect(countsByState(rows)).toEqual([
      ['COMPLETED', 2],
      ['FAILED', 1],
      ['', 1],
    ])
  })
})
