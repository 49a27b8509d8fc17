import { expect, test } from 'vitest'
import { limitText, scheduleText, statusText } from './deployment-cells.tsx'

const schedule = {
  id: 'a',
  active: true,
  slug: null,
  schedule: '{"interval": 900}',
  parameters: '{}',
  maxScheduledRuns: null,
}

test('a schedule that is off says so', () => {
  expect(scheduleText(schedule)).toBe('every 15 min')
  expect(scheduleText({ ...schedule, active: false })).toBe('every 15 min, off')
})

test('a limit tells what is in use of it', () => {
  const limit = { id: 'a', name: 'few', limit: 4, activeSlots: 3, active: true }
  expect(limitText({ limit })).toBe('3 of 4')
  expect(limitText({ limit: { ...limit, active: false } })).toBe('3 of 4, off')
  expect(limitText({ limit: null })).toBe('')
})

test('a status that Prefect does not know stays as it is stored', () => {
  expect(statusText('NOT_READY')).toBe('Not ready')
  expect(statusText('ODD')).toBe('ODD')
  expect(statusText(null)).toBe('')
})
