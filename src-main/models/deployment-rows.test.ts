import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'

const database = freshDatabase()
const { deploymentRows } = database.run

async function names(filters: object): Promise<string[]> {
  const rows = await deploymentRows.readDeploymentRows({ filters })
  return rows.map(({ name }) => name)
}

describe('a deployment as the screens show it', () => {
  test('with what it names', async () => {
    const { add } = database.file
    const flow = add.flow({ name: 'etl' })
    const pool = add.workPool({ name: 'local' })
    const limit = add.concurrencyLimitV2({ name: 'deployment:1', limit: 3, active_slots: 2 })
    const deployment = add.deployment({
      flow_id: flow.id,
      name: 'nightly',
      tags: ['gpu'],
      labels: { tier: 1 },
      parameters: { day: 1 },
      paused: 1,
      status: 'READY',
      work_queue_id: pool.default_queue_id,
      work_queue_name: 'default',
      concurrency_limit_id: limit.id,
      concurrency_options: { collision_strategy: 'CANCEL_NEW' },
      description: 'Loads the day',
      version: '7',
      entrypoint: 'etl.py:main',
      path: '/srv',
      last_polled: '2026-11-01 10:00:00.000000',
    })
    expect(await deploymentRows.readDeploymentRows({ filters: {} })).toMatchObject([
      {
        id: deployment.id,
        name: 'nightly',
        flowId: flow.id,
        flowName: 'etl',
        paused: true,
        status: 'READY',
        workPoolName: 'local',
        workQueueName: 'default',
        schedules: [],
        limit: { id: limit.id, name: 'deployment:1', limit: 3, activeSlots: 2, active: true },
        collisionStrategy: 'CANCEL_NEW',
        tags: ['gpu'],
        labels: [{ key: 'tier', kind: 'integer', text: '1' }],
        description: 'Loads the day',
        version: '7',
        entrypoint: 'etl.py:main',
        path: '/srv',
        lastPolled: '2026-11-01T10:00:00.000000Z',
        parameters: '{"day": 1}',
        unreadable: [],
      },
    ])
  })

  test('with its schedules, the oldest first', async () => {
    const { add } = database.file
    const flow_id = add.flow().id
    const [one, other] = [add.deployment({ flow_id }), add.deployment({ flow_id })]
    const first = add.deploymentSchedule({ deployment_id: one.id, slug: 'hourly' })
    add.deploymentSchedule({ deployment_id: other.id })
    add.deploymentSchedule({ deployment_id: one.id, active: 0, max_scheduled_runs: 5 })
    const [row] = await deploymentRows.readDeploymentRows({ filters: {} })
    expect(row?.schedules).toMatchObject([
      { id: first.id, active: true, slug: 'hourly', maxScheduledRuns: null },
      { active: false, slug: null, maxScheduledRuns: 5, parameters: '{}' },
    ])
    expect(row?.schedules[0]?.schedule).toBe(first.schedule)
  })

  test('by name, then by id', async () => {
    const { add } = database.file
    for (const name of ['b', 'a', 'b']) add.deployment({ name, flow_id: add.flow().id })
    const rows = await deploymentRows.readDeploymentRows({ filters: {} })
    expect(rows.map(({ name }) => name)).toEqual(['a', 'b', 'b'])
    const [, first, second] = rows.map(({ id }) => id)
    expect(String(first) < String(second)).toBe(true)
  })
})

function fillRuns(): void {
  const { add } = database.file
  const flow_id = add.flow().id
  for (const name of ['failed', 'tagged', 'none']) {
    const { id } = add.deployment({ name, flow_id })
    if (name === 'none') continue
    const state_type = name === 'failed' ? 'FAILED' : 'COMPLETED'
    const run = add.flowRun({ flow_id, deployment_id: id, state_type, tags: [name] })
    add.taskRun({ flow_run_id: run.id, name: `${name} task` })
  }
  add.flowRun({ flow_id, state_type: 'FAILED' })
}

describe('by its runs', () => {
  test.each([
    ['a state', { flow_runs: { state: { type: { any_: ['FAILED'] } } } }, ['failed']],
    ['tags', { flow_runs: { tags: { all_: ['tagged'] } } }, ['tagged']],
    ['any run', { flow_runs: {} }, ['failed', 'tagged']],
    ['a task run', { task_runs: { name: { any_: ['failed task'] } } }, ['failed']],
    ['any task run', { task_runs: {} }, ['failed', 'tagged']],
    [
      'one run with both',
      { flow_runs: { tags: { all_: ['tagged'] } }, task_runs: { name: { any_: ['failed task'] } } },
      [],
    ],
    [
      'another filter beside',
      { flow_runs: {}, deployments: { name: { any_: ['tagged', 'none'] } } },
      ['tagged'],
    ],
  ])('%s', async (_name, filters, expected) => {
    fillRuns()
    expect(await names(filters)).toEqual(expected)
  })
})

describe('the statistics', () => {
  test('count runs by state, and tell the last and the next', async () => {
    const { add } = database.file
    const flow_id = add.flow().id
    const { id } = add.deployment({ flow_id })
    const run = { flow_id, deployment_id: id }
    add.flowRun({ ...run, state_type: 'FAILED', start_time: '2026-11-01 10:00:00.000000' })
    const last = add.flowRun({ ...run, start_time: '2026-11-02 10:00:00.000000' })
    add.flowRun({ ...run, state_type: null, start_time: null })
    const scheduled = { ...run, state_type: 'SCHEDULED', start_time: null } as const
    add.flowRun({ ...scheduled, next_scheduled_start_time: '2026-11-05 10:00:00.000000' })
    const next = add.flowRun({
      ...scheduled,
      next_scheduled_start_time: '2026-11-04 10:00:00.000000',
    })
    add.flowRun({ flow_id })
    expect(await deploymentRows.readDeploymentStatistics({})).toMatchObject([
      {
        deploymentId: id,
        runs: { FAILED: 1, COMPLETED: 1, SCHEDULED: 2, '': 1 },
        lastRun: { id: last.id, time: '2026-11-02T10:00:00.000000Z' },
        nextRun: { id: next.id, time: '2026-11-04T10:00:00.000000Z' },
      },
    ])
  })

  test('leave a deployment without runs out', async () => {
    database.file.add.deployment({ flow_id: database.file.add.flow().id })
    expect(await deploymentRows.readDeploymentStatistics({})).toEqual([])
  })
})
