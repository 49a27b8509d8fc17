import { expect, test } from 'vitest'
import { scheduleWords } from './schedule-words.ts'

function textOf(schedule: Readonly<Record<string, unknown>>): string {
  const { text, error } = scheduleWords(JSON.stringify(schedule))
  expect(error).toBeUndefined()
  return text
}

const anchored = { anchor_date: '2024-01-01T09:00:00Z', timezone: 'Europe/Berlin' }

test.each([
  [900, 'every 15 min'],
  [3600, 'every hour'],
  [5400, 'every 1 h 30 min'],
  [0.5, 'every 0.5 s'],
  [93_600, 'every 26 h'],
  [86_400, 'every day at 10:00 (Europe/Berlin)'],
  [172_800, 'every 2 days at 10:00 (Europe/Berlin)'],
  [604_800, 'every Monday at 10:00 (Europe/Berlin)'],
  [1_209_600, 'every 2 weeks on Monday at 10:00 (Europe/Berlin)'],
  ['PT15M', 'every 15 min'],
  ['P1M', 'every month on day 1 at 10:00 (Europe/Berlin)'],
  ['1 day, 02:00:00', 'every 26 h'],
])('an interval of %s is %s', (interval, words) => {
  expect(textOf({ interval, ...anchored })).toBe(words)
})

test('an anchor without a zone is in UTC', () => {
  expect(textOf({ interval: 86_400, anchor_date: '2024-01-01T09:00:00', timezone: null })).toBe(
    'every day at 09:00 (UTC)',
  )
})

test.each([
  ['30 1 * * *', 'every day at 01:30 (UTC)'],
  ['30 6 * * 1-5', 'Monday to Friday at 06:30 (UTC)'],
  ['30 7 * * sat,sun', 'Saturday and Sunday at 07:30 (UTC)'],
  ['@weekly', 'every Sunday at 00:00 (UTC)'],
  ['*/15 * * * *', 'every 15 min'],
  ['5 * * * *', 'every hour at minute 5 (UTC)'],
  ['15 5,11,17,23 * * *', 'every day at 05:15, 11:15, 17:15 and 23:15 (UTC)'],
  ['10 8,10,12,14,16,18 * * 1-5', 'every 2 h from 08:10 to 18:10, Monday to Friday (UTC)'],
  ['0,30 7-19 * * 1', 'every 30 min from 07:00 to 19:30, on Monday (UTC)'],
  ['45 7,8,9,11,13,15-17 * * *', 'at minute 45 of the hours 7 to 9, 11, 13 and 15 to 17 (UTC)'],
  ['*/7 * * * *', 'every hour at the minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56 (UTC)'],
  ['0 0 1 * 1', 'day 1 of the month or every Monday at 00:00 (UTC)'],
  ['0 0 */1 * 1', 'every day at 00:00 (UTC)'],
  ['0 9 * * 1#2', 'the second Monday of the month at 09:00 (UTC)'],
  ['0 9 * * L5', 'the last Friday of the month at 09:00 (UTC)'],
  ['0 12 1 */3 *', 'day 1 of January, April, July and October at 12:00 (UTC)'],
  ['0 0 29 2 *', 'every year on 29 February at 00:00 (UTC)'],
  ['* * * * * */10', 'every 10 s'],
  ['* * * * * 30', 'cron * * * * * 30 (UTC)'],
])('cron %s is %s', (cron, words) => {
  expect(textOf({ cron, timezone: null, day_or: true })).toBe(words)
})

test('day_or off joins day and weekday by AND', () => {
  expect(textOf({ cron: '0 9 8-14 * 5', timezone: 'UTC', day_or: false })).toBe(
    'every Friday, but only on days 8 to 14 of the month, at 09:00 (UTC)',
  )
  expect(textOf({ cron: '0 0 */1 * 1', timezone: 'UTC', day_or: false })).toBe(
    'every Monday at 00:00 (UTC)',
  )
})

test.each([
  [
    'DTSTART:20240101T000000\nRRULE:FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=5;BYMINUTE=0;BYSECOND=0',
    'Monday and Thursday at 05:00 (UTC)',
  ],
  ['FREQ=WEEKLY', 'every Wednesday at 00:00 (UTC)'],
  ['FREQ=DAILY;COUNT=3', 'every day at 00:00, 3 times (UTC)'],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;BYHOUR=9',
    'every 2 weeks on Monday and Wednesday at 09:00 (UTC)',
  ],
  ['FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=17;BYMINUTE=30', 'the last Friday of the month at 17:30 (UTC)'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'the last day of the month at 00:00 (UTC)'],
  ['FREQ=MONTHLY;BYDAY=MO', 'every Monday at 00:00 (UTC)'],
  ['FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1', 'day 1 of January and July at 00:00 (UTC)'],
  ['FREQ=HOURLY;INTERVAL=6', 'every 6 h'],
  ['FREQ=MINUTELY;INTERVAL=15;BYDAY=MO,TU,WE,TH,FR', 'every 15 min, Monday to Friday (UTC)'],
  [
    'FREQ=HOURLY;BYDAY=MO;UNTIL=20260101T000000Z',
    'every hour, on Monday, until 2026-01-01 00:00 (UTC)',
  ],
  ['FREQ=DAILY\nEXDATE:20240101T000000', 'every day at 00:00; but not 1 date (UTC)'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'rrule FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 (UTC)',
  ],
])('rrule %s is %s', (rrule, words) => {
  expect(textOf({ rrule, timezone: 'UTC' })).toBe(words)
})

test.each([
  'not JSON',
  'null',
  '{}',
  '{"interval":0}',
  '{"interval":-5}',
  '{"interval":"soon"}',
  '{"cron":"61 * * * *"}',
  '{"cron":"0 9 * * *","owner":"me"}',
  '{"rrule":"every day"}',
])('%s is shown as it is stored, and marked', (stored) => {
  expect(scheduleWords(stored)).toEqual({
    text: stored,
    error: 'Prefect cannot read this schedule',
  })
})

test('a time zone that there is not is named', () => {
  const stored = '{"cron":"0 9 * * *","timezone":"Mars/Base"}'
  expect(scheduleWords(stored)).toEqual({ text: stored, error: 'There is no time zone Mars/Base' })
})
