import { expect, test } from 'vitest'
import { percent } from './numbers.ts'
import { failureRate, totalRuns } from './run-counts.ts'

test('the failure rate is that of the runs that ended', () => {
  expect(failureRate({ COMPLETED: 6, FAILED: 2, CRASHED: 1, CANCELLED: 1, RUNNING: 90 })).toBe(0.3)
  expect(failureRate({ COMPLETED: 3 })).toBe(0)
  expect(failureRate({ SCHEDULED: 3, '': 1 })).toBeNull()
})

test('every run is counted, whatever its state', () => {
  expect(totalRuns({ COMPLETED: 6, ODD: 2, '': 1 })).toBe(9)
})

test('a small share is not nothing', () => {
  expect(percent(0)).toBe('0%')
  expect(percent(0.00001)).toBe('<0.1%')
  expect(percent(0.0345)).toBe('3.5%')
})
