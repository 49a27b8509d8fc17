import { describe, expect, test } from 'vitest'
import { demoRecorder } from '../testing/demo-recorder.ts'
import { demoFlowRuns, demoParts, writeDemo } from './demo-parts.ts'

const wellKnownStates =
  'Scheduled Late AwaitingRetry AwaitingConcurrencySlot Resuming Pending Submitting ' +
  'InfrastructurePending NotReady Running Retrying Paused Suspended Cancelling Completed Cached ' +
  'RolledBack Failed TimedOut Crashed Cancelled'
const friday = '2026-11-20T15:42:00Z'

function digestOf(seed: number, now: string): string {
  const sink = demoRecorder()
  writeDemo({ sink, seed, now })
  return sink.digest()
}

test('the same seed and time give the same content, another seed another', () => {
  const first = digestOf(1, friday)
  expect(digestOf(1, '2026-11-20T16:42:00+01:00')).toBe(first)
  expect(digestOf(2, friday)).not.toBe(first)
})

test('the parts tell how far they are', () => {
  const sink = demoRecorder()
  const parts = [...demoParts({ sink, seed: 1, now: friday })]
  const { total } = parts[0] ?? { total: 0 }
  expect(total).toBeGreaterThan(100)
  expect(parts.map(({ done }) => done)).toEqual(parts.map((_, index) => index + 1))
  expect(parts.at(-1)).toEqual({ done: total, total, what: 'nothing' })
  expect(new Set(parts.map(({ what }) => what))).toEqual(
    new Set(['flows', 'runs', 'limits', 'indexes', 'nothing']),
  )
})

test('a demo that is stopped has no revision, so it is no database of Prefect', () => {
  const sink = demoRecorder()
  const parts = demoParts({ sink, seed: 1, now: friday })
  for (let part = 0; part < 20; part += 1) parts.next()
  parts.return()
  expect(parts.next().done).toBe(true)
  expect(sink.count('flow_run')).toBeGreaterThan(500)
  expect(sink.count('alembic_version')).toBe(0)
})

test('a time that is none is refused', () => {
  expect(() => writeDemo({ sink: demoRecorder(), seed: 1, now: 'today' })).toThrow(RangeError)
})

/** Days and hours on which schedules, weekends and the ends of months fall differently. */
describe.each([
  '2026-11-20T15:42:00Z',
  '2026-11-22T00:00:00Z',
  '2027-01-01T05:59:59Z',
  '2028-02-29T22:01:00Z',
])('at %s', (now) => {
  const sink = demoRecorder('state_type', 'name', 'active_slots', 'limit', 'active')
  writeDemo({ sink, seed: 3, now })
  const states = sink.rowsOf('flow_run').map((row) => row.state_type)

  test('there are 5,000 runs of some 30 flows, and twice as many task runs', () => {
    expect(states).toHaveLength(demoFlowRuns)
    expect(sink.count('flow')).toBe(34)
    expect(sink.count('deployment')).toBe(24)
    expect(sink.count('task_run')).toBeGreaterThan(9_000)
    expect(sink.count('log')).toBeGreaterThan(1_000)
  })

  test('runs are in all nine state types, most of them Completed', () => {
    expect(new Set(states)).toEqual(
      new Set(
        'SCHEDULED PENDING RUNNING PAUSED CANCELLING COMPLETED FAILED CRASHED CANCELLED'.split(' '),
      ),
    )
    expect(states.filter((type) => type === 'COMPLETED').length).toBeGreaterThan(4_300)
  })

  test('all well-known state names have been', () => {
    const names = ['flow_run_state', 'task_run_state'].flatMap((table) =>
      sink.rowsOf(table).map((row) => row.name),
    )
    expect(new Set(names)).toEqual(new Set(wellKnownStates.split(' ')))
  })

  test('the counters of the limits are the planted ones', () => {
    const counters = sink.rowsOf('concurrency_limit_v2').map((row) => {
      const kind = String(row.name).startsWith('deployment:') ? 'deployment' : row.name
      return [kind, row.active_slots, row.limit, row.active]
    })
    expect(counters).toEqual([
      ['tag:gpu', 2, 2, 1],
      ['tag:spark', 3, 3, 1],
      ['tag:database', 3, 4, 1],
      ['tag:browser', 2, 3, 1],
      ['tag:ftp', 0, 1, 1],
      ['crm-api', expect.any(Number), 500, 1],
      ['reporting-db', 1, 4, 1],
      ['mail-relay', 0, 10, 1],
      ['legacy-batch', 0, 2, 0],
      ['deployment', 1, 1, 1],
      ['deployment', 0, 1, 1],
    ])
  })
})
