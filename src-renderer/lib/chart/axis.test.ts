import { expect, test } from 'vitest'
import { countMarks, labelledBars, labelledHours } from './axis.ts'

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [10, [0, 5, 10]],
  [47, [0, 20, 40, 60]],
  [2400, [0, 1000, 2000, 3000]],
])('an axis up to %d has the marks %j', (most, marks) => {
  expect(countMarks(most)).toEqual(marks)
})

test('texts below the bars do not touch, and the newest has one', () => {
  const labelled = labelledBars(30, { bar: 30, text: 72 })
  expect(labelled.at(-1)).toBe(29)
  for (const [index, bar] of labelled.entries()) {
    if (index > 0) expect((bar - (labelled[index - 1] ?? 0)) * 30).toBeGreaterThanOrEqual(72)
  }
})

test('hours are labelled so that midnight is among them', () => {
  const hours = Array.from({ length: 48 }, (_, index) => (index + 5) % 24)
  const labelled = labelledHours(hours, { bar: 20, text: 72 })
  expect(labelled.map((index) => hours[index])).toEqual([6, 12, 18, 0, 6, 12, 18, 0])
  expect(labelledHours([7], { bar: 900, text: 72 })).toEqual([0])
})
