import { expect, test } from 'vitest'
import { createdByWords } from './created-by-words.ts'

test.each([
  [{ type: 'SCHEDULE', display_value: 'CronSchedule', id: 'x' }, 'schedule, CronSchedule', 'x'],
  [{ type: 'AUTOMATION', display_value: null, id: 'y' }, 'automation', 'y'],
  [{ type: 'ROBOT', display_value: 'R2' }, 'robot, R2', null],
  [{ type: null, display_value: null, id: 'z' }, '', 'z'],
])('%j is told', (stored, text, id) => {
  expect(createdByWords(JSON.stringify(stored))).toEqual({ text, id })
})

test.each([null, 'null', '{}', '7', 'no json'])('%j tells nothing', (text) => {
  expect(createdByWords(text)).toBeNull()
})
