import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'

const database = freshDatabase()
const { runRows } = database.run

test('a run as the screens show it', async () => {
  const { add } = database.file
  const flow = add.flow({ name: 'etl' })
  const pool = add.workPool({ name: 'local' })
  const deployment = add.deployment({ flow_id: flow.id, name: 'nightly' })
  const run = add.flowRun({
    flow_id: flow.id,
    deployment_id: deployment.id,
    work_queue_id: pool.default_queue_id,
    work_queue_name: 'default',
    name: 'brave-fox',
    state_type: 'FAILED',
    state_name: 'TimedOut',
    start_time: '2026-11-01 10:00:01.000000',
    expected_start_time: '2026-11-01 10:00:00.000000',
    end_time: '2026-11-01 10:01:01.500000',
    total_run_time: '1970-01-01 00:01:00.500000',
    run_count: 2,
    tags: ['gpu'],
    labels: { team: 'data' },
    parameters: { day: '2026-11-01' },
    flow_version: 'v1',
  })
  expect(await runRows.readRunRows({ filters: {} })).toMatchObject([
    {
      id: run.id,
      name: 'brave-fox',
      flowId: flow.id,
      flowName: 'etl',
      deploymentId: deployment.id,
      deploymentName: 'nightly',
      workPoolName: 'local',
      workQueueName: 'default',
      stateType: 'FAILED',
      stateName: 'TimedOut',
      startTime: '2026-11-01T10:00:01.000000Z',
      expectedStartTime: '2026-11-01T10:00:00.000000Z',
      endTime: '2026-11-01T10:01:01.500000Z',
      totalRunTime: 60.5,
      runCount: 2,
      autoScheduled: false,
      flowVersion: 'v1',
      parentTaskRunId: null,
      tags: ['gpu'],
      labels: [{ key: 'team', kind: 'string', text: 'data' }],
      parameters: '{"day": "2026-11-01"}',
      unreadable: [],
    },
  ])
})

test('long parameters are cut', async () => {
  const { add } = database.file
  add.flowRun({ flow_id: add.flow().id, parameters: { text: 'x'.repeat(5000) } })
  const [run] = await runRows.readRunRows({ filters: {} })
  expect(run?.parameters).toBe(`{"text": "${'x'.repeat(390)}`)
  expect(run?.unreadable).toEqual([])
})

test('without a sort, what began last comes first; what is late beside it, what is to come at the end', async () => {
  const { add } = database.file
  const flow_id = add.flow().id
  const times = {
    began: { start_time: '2026-11-01 10:00:00.000000', expected_start_time: null },
    late: { start_time: null, expected_start_time: '2026-11-01 11:00:00.000000' },
    beganFirst: { start_time: '2026-11-01 09:00:00.000000', expected_start_time: null },
    soon: { start_time: null, expected_start_time: '9000-01-01 00:00:00.000000' },
    later: { start_time: null, expected_start_time: '9000-01-02 00:00:00.000000' },
    never: { start_time: null, expected_start_time: null },
  }
  for (const [name, given] of Object.entries(times)) add.flowRun({ flow_id, name, ...given })
  const names = async (page: object) =>
    (await runRows.readRunRows({ filters: {}, ...page })).map(({ name }) => name)
  const inOrder = ['late', 'began', 'beganFirst', 'later', 'soon', 'never']
  expect(await names({})).toEqual(inOrder)
  expect(await names({ limit: 2 })).toEqual(inOrder.slice(0, 2))
  expect(await names({ offset: 3, limit: 2 })).toEqual(inOrder.slice(3, 5))
})

test('while a run is going on, its duration grows with the clock', async () => {
  const { add } = database.file
  const flow_id = add.flow().id
  const total_run_time = '1970-01-01 00:00:00.000000'
  const state_timestamp = '2020-01-01 00:00:00.000000'
  add.flowRun({ flow_id, name: 'going', state_type: 'RUNNING', state_timestamp, total_run_time })
  add.flowRun({ flow_id, name: 'long', total_run_time: '1971-01-01 00:00:00.000000' })
  const sort = { column: 'duration', descending: true } as const
  const runs = await runRows.readRunRows({ filters: {}, sort })
  expect(runs.map(({ name }) => name)).toEqual(['going', 'long'])
})

test('a run that has not started is the later the longer it waits', async () => {
  const { add } = database.file
  const flow_id = add.flow().id
  const waiting = { flow_id, state_type: 'SCHEDULED', start_time: null } as const
  add.flowRun({ ...waiting, name: 'soon', expected_start_time: '2999-01-01 00:00:00.000000' })
  add.flowRun({ ...waiting, name: 'late', expected_start_time: '2026-01-01 00:00:00.000000' })
  add.flowRun({ ...waiting, name: 'given up', state_type: 'CANCELLED' })
  const sort = { column: 'lateness', descending: true } as const
  const runs = await runRows.readRunRows({ filters: {}, sort })
  expect(runs.map(({ name }) => name)).toEqual(['late', 'soon', 'given up'])
})

describe('the count', () => {
  test.each([
    [null, { count: 3, isExact: true }],
    [4, { count: 3, isExact: true }],
    [3, { count: 3, isExact: true }],
    [2, { count: 2, isExact: false }],
    [0, { count: 0, isExact: false }],
  ])('ends at %s', async (most, answer) => {
    const { add } = database.file
    const flow_id = add.flow().id
    for (const name of ['a', 'a', 'a', 'b']) add.flowRun({ flow_id, name })
    const filters = { flow_runs: { name: { any_: ['a'] } } }
    expect(await runRows.countRunRows({ filters, most })).toEqual(answer)
  })
})

function fillDays(): void {
  const { add } = database.file
  const flow_id = add.flow().id
  const run = (state_type: 'COMPLETED' | 'FAILED' | null, start_time: string) =>
    add.flowRun({ flow_id, state_type, start_time })
  run('COMPLETED', '2026-11-01 23:29:59.999999')
  run('COMPLETED', '2026-11-01 23:30:00.000000')
  run('FAILED', '2026-11-01 23:59:59.999999')
  run(null, '2026-11-02 00:00:00.000000')
  run('FAILED', '2026-11-03 00:00:00.000000')
  const expected_start_time = '2026-11-02 10:00:00.000000'
  add.flowRun({ flow_id, state_type: 'SCHEDULED', start_time: null, expected_start_time })
}

describe('the history', () => {
  const span = { from: '2026-11-01T00:00:00.000000Z', before: '2026-11-03T00:00:00.000000Z' }

  test('counts by day and state, from the first moment to before the last', async () => {
    fillDays()
    expect(await runRows.readRunHistory({ filters: {}, ...span })).toEqual([
      { at: '2026-11-01', stateType: 'COMPLETED', count: 2 },
      { at: '2026-11-01', stateType: 'FAILED', count: 1 },
      { at: '2026-11-02', stateType: null, count: 1 },
      { at: '2026-11-02', stateType: 'SCHEDULED', count: 1 },
    ])
  })

  test('by a clock east of UTC, to the half hour', async () => {
    fillDays()
    expect(await runRows.readRunHistory({ filters: {}, ...span, minutesEast: 30 })).toEqual([
      { at: '2026-11-01', stateType: 'COMPLETED', count: 1 },
      { at: '2026-11-02', stateType: null, count: 1 },
      { at: '2026-11-02', stateType: 'COMPLETED', count: 1 },
      { at: '2026-11-02', stateType: 'FAILED', count: 1 },
      { at: '2026-11-02', stateType: 'SCHEDULED', count: 1 },
    ])
  })

  test('by hour, of the runs that match', async () => {
    fillDays()
    const filters = {
      flow_runs: { state: { type: { any_: ['FAILED' as const, 'SCHEDULED' as const] } } },
    }
    const hours = await runRows.readRunHistory({ filters, ...span, unit: 'hour', minutesEast: -60 })
    expect(hours).toEqual([
      { at: '2026-11-01T22', stateType: 'FAILED', count: 1 },
      { at: '2026-11-02T09', stateType: 'SCHEDULED', count: 1 },
    ])
  })
})
