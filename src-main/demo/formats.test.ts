import { describe, expect, test } from 'vitest'
import { occurrences, scheduleJson } from './cadence.ts'
import { Float, pythonJson } from './python-json.ts'
import { DemoRandom } from './random.ts'
import { bookkeeping } from './states.ts'
import { day, hour, jsonTime, minute, parseTime, pythonTime, second, timestamp } from './times.ts'
import { updateTimestamp } from './times.ts'

const at = parseTime('2026-11-20T11:19:26.251Z') + 138

test('times are as Prefect writes them', () => {
  expect(timestamp(at)).toBe('2026-11-20 11:19:26.251138')
  expect(updateTimestamp(at)).toBe('2026-11-20 11:19:26.251000')
  expect(jsonTime(at)).toBe('2026-11-20T11:19:26.251138Z')
  expect(jsonTime(parseTime('2026-11-20T06:00:00Z'))).toBe('2026-11-20T06:00:00Z')
  expect(pythonTime(at, ' ')).toBe('2026-11-20 11:19:26.251138+00:00')
  expect(pythonTime(parseTime('2026-11-20T06:00:00Z'), 'T')).toBe('2026-11-20T06:00:00+00:00')
  expect(timestamp(day + 2 * hour + 3 * minute + 4.5 * second)).toBe('1970-01-02 02:03:04.500000')
})

test('JSON is as Python writes it', () => {
  const value = { team: 'météo', tier: 1, share: new Float(1), rate: new Float(0.25), on: true }
  expect(pythonJson(value)).toBe(
    '{"team": "m\\u00e9t\\u00e9o", "tier": 1, "share": 1.0, "rate": 0.25, "on": true}',
  )
  expect(pythonJson([])).toBe('[]')
  expect(pythonJson({})).toBe('{}')
  expect(pythonJson({ gone: undefined, none: null, list: ['a\n"', 2] })).toBe(
    '{"none": null, "list": ["a\\n\\"", 2]}',
  )
  expect(pythonJson('😀')).toBe('"\\ud83d\\ude00"')
})

test('ids are of the versions that Prefect uses, and follow from the seed', () => {
  const random = new DemoRandom('seed')
  const ids = Array.from({ length: 500 }, () => random.uuid())
  expect(new Set(ids).size).toBe(500)
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
  expect(new DemoRandom('seed').uuid()).toBe(ids[0])
  expect(new DemoRandom('other').uuid()).not.toBe(ids[0])
  const time = Math.floor(at / 1000)
    .toString(16)
    .padStart(12, '0')
  const version7 = /^(\w{8})-(\w{4})-7\w{3}-[89ab]\w{3}-\w{12}$/.exec(random.uuid7(at))
  expect(version7?.slice(1).join('')).toBe(time)
})

describe('cadence', () => {
  const from = parseTime('2026-11-20T05:30:00Z')

  test('an interval is counted from its anchor', () => {
    const cadence = { every: 8 * hour }
    expect(occurrences(cadence, from, from + day).map(timestamp)).toEqual([
      '2026-11-20 08:00:00.000000',
      '2026-11-20 16:00:00.000000',
      '2026-11-21 00:00:00.000000',
    ])
    expect(scheduleJson(cadence)).toBe(
      '{"interval": 28800.0, "anchor_date": "2024-01-01T00:00:00Z", "timezone": "UTC"}',
    )
  })

  test('cron and rrule say the times that are played', () => {
    const cron = { written: 'cron', minutes: [0, 30], hours: [6], days: [1, 5] } as const
    expect(occurrences(cron, from, from + 4 * day).map(timestamp)).toEqual([
      '2026-11-20 06:00:00.000000',
      '2026-11-20 06:30:00.000000',
      '2026-11-23 06:00:00.000000',
      '2026-11-23 06:30:00.000000',
    ])
    expect(scheduleJson(cron)).toBe('{"cron": "0,30 6 * * 1,5", "timezone": "UTC", "day_or": true}')
    expect(scheduleJson({ ...cron, written: 'rrule' })).toBe(
      '{"rrule": "DTSTART:20240101T000000\\nRRULE:FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=6;BYMINUTE=0,30;BYSECOND=0", "timezone": "UTC"}',
    )
  })
})

test('the columns of a run follow from its states', () => {
  const columns = bookkeeping([
    { type: 'SCHEDULED', at, scheduledTime: at + hour },
    { type: 'PENDING', at: at + hour },
    { type: 'RUNNING', at: at + hour + second },
    { type: 'SCHEDULED', name: 'AwaitingRetry', at: at + hour + 3 * second, scheduledTime: at },
    { type: 'RUNNING', at: at + hour + 9 * second },
    { type: 'FAILED', name: 'TimedOut', at: at + hour + 10 * second },
  ])
  expect(columns).toEqual({
    state_type: 'FAILED',
    state_name: 'TimedOut',
    state_timestamp: '2026-11-20 12:19:36.251138',
    run_count: 2,
    expected_start_time: '2026-11-20 12:19:26.251138',
    next_scheduled_start_time: null,
    start_time: '2026-11-20 12:19:27.251138',
    end_time: '2026-11-20 12:19:36.251138',
    total_run_time: '1970-01-01 00:00:03.000000',
  })
})
