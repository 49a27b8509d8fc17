import { expect, test } from 'vitest'
import { latenessSeconds, runSeconds, type TimedRun } from './run-times.ts'

const now = Date.parse('2026-11-20T12:00:00Z')

const waiting: TimedRun = {
  stateType: 'SCHEDULED',
  stateTimestamp: '2026-11-20T11:00:00Z',
  startTime: null,
  expectedStartTime: '2026-11-20T11:58:00Z',
  totalRunTime: 0,
}
const running: TimedRun = {
  ...waiting,
  stateType: 'RUNNING',
  stateTimestamp: '2026-11-20T11:59:30Z',
  startTime: '2026-11-20T11:59:00Z',
  totalRunTime: 12,
}

test('a running run has taken what is counted and the time since its state began', () => {
  expect(runSeconds(running, now)).toBe(42)
  expect(runSeconds({ ...running, totalRunTime: null }, now)).toBe(30)
})

test('a clock that is behind takes nothing away', () => {
  expect(runSeconds(running, Date.parse('2026-11-20T11:59:00Z'))).toBe(12)
})

test('a run that ended took what is stored, one that has not begun nothing', () => {
  expect(runSeconds({ ...running, stateType: 'COMPLETED' }, now)).toBe(12)
  expect(runSeconds(waiting, now)).toBeNull()
})

test('a run that waits is late by now, one that began is as late as it began', () => {
  expect(latenessSeconds(waiting, now)).toBe(120)
  expect(latenessSeconds(running, now)).toBe(60)
  expect(latenessSeconds({ ...waiting, expectedStartTime: '2026-11-20T13:00:00Z' }, now)).toBe(0)
})

test('a run that ended without a start is not late', () => {
  expect(latenessSeconds({ ...waiting, stateType: 'CANCELLED' }, now)).toBeNull()
  expect(latenessSeconds({ ...waiting, expectedStartTime: null }, now)).toBeNull()
})
