import { expect, test } from 'vitest'
import { cronFields } from './cron-fields.ts'

const all = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

// What `croniter.expand` gives in Prefect 3.9.1: minutes, hours, days, months, weekdays, …
test.each([
  ['5 * * * *', [[5], null, null, null, null]],
  ['0-59/15 8-17 * * mon-fri', [[0, 15, 30, 45], all(8, 17), null, null, all(1, 5)]],
  ['5/10 * * * *', [[5, 15, 25, 35, 45, 55], null, null, null, null]],
  ['0 22-4 * * *', [[0], [0, 1, 2, 3, 4, 22, 23], null, null, null]],
  ['0 9 * * fri-mon', [[0], [9], null, null, [0, 1, 5, 6]]],
  ['0 0 1,15 jan-mar *', [[0], [0], [1, 15], [1, 2, 3], null]],
  ['0 0 * * 7', [[0], [0], null, null, [0]]],
  ['0 0 * * 5-7', [[0], [0], null, null, [0, 5, 6]]],
  ['5-5 * * * *', [null, null, null, null, null]],
  ['0 0 29-2 * *', [[0], [0], [1, 2, 29, 30, 31], null, null]],
  [
    '*/7 */5 */10 */5 */2',
    [
      [0, 7, 14, 21, 28, 35, 42, 49, 56],
      [0, 5, 10, 15, 20],
      [1, 11, 21, 31],
      [1, 6, 11],
      [0, 2, 4, 6],
    ],
  ],
  ['10,20,30-35 1 * DEC SUN', [[10, 20, ...all(30, 35)], [1], null, [12], [0]]],
  ['0 0 */1 * 1', [[0], [0], all(1, 31), null, [1]]],
  ['* * * * * 5-10 2030-2031', [null, null, null, null, null, all(5, 10), [2030, 2031]]],
])('%s is taken apart as croniter does', (expression, expanded) => {
  const fields = cronFields(expression)
  const weekdays = fields?.weekdays?.map(({ day }) => day) ?? null
  const { minutes, hours, days, months, seconds, years } = fields ?? {}
  const ours = [minutes, hours, days, months, weekdays, seconds, years]
  expect(ours.slice(0, expanded.length)).toEqual(expanded)
})

test.each([
  '60 * * * *',
  '* 24 * * *',
  '0 0 0 * *',
  '0 0 32 * *',
  '0 0 * 13 *',
  '0 0 * * 8',
  '* * * *',
  'a * * * *',
  '1- * * * *',
  '-1 * * * *',
  '1,,2 * * * *',
  '*/0 * * * *',
  '0 0 ?,1 * *',
  '? * * * *',
  '0 9 1W * *',
  '0 9 * * mon,wed#2',
  '0 9 * * 1#6',
  '@reboot',
  'H * * * *',
])('%s is refused as croniter does', (expression) => {
  expect(cronFields(expression)).toBeNull()
})

test('a weekday has its place in the month', () => {
  expect(cronFields('0 9 * * 1#2')?.weekdays).toEqual([{ day: 1, nth: 2 }])
  expect(cronFields('0 9 * * L5')?.weekdays).toEqual([{ day: 5, nth: 'last' }])
  expect(cronFields('0 9 15,L * *')?.days).toEqual([15, 'last'])
})
