import { describe, expect, test } from 'vitest'
import { contract } from '../../src-shared/contract/contract.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { assertNoScan } from '../testing/query-plan.ts'
import { testId } from '../testing/row-writer.ts'
import { flowRuns } from './flow-runs.ts'

const database = freshDatabase()
const { readFlowRuns, countFlowRuns } = database.run.flowRuns

type Given = Partial<Parameters<typeof database.file.add.flowRun>[0]>

function addRun(given: Given = {}) {
  const { add } = database.file
  return add.flowRun({ flow_id: add.flow().id, ...given })
}

async function names(question: Parameters<typeof readFlowRuns>[0]): Promise<string[]> {
  return (await readFlowRuns(question)).map((run) => run.name)
}

describe('a flow run', () => {
  test('has the fields of Prefect, with its state, queue and pool', async () => {
    const { add } = database.file
    const pool = add.workPool({ name: 'local' })
    const queue = add.workQueue({ work_pool_id: pool.id, name: 'renamed' })
    const run = addRun({
      name: 'daily',
      parameters: { table: 'sales', n: 1.5 },
      tags: ['x'],
      labels: null,
      created_by: { id: testId('deployment', 1), type: 'DEPLOYMENT' },
      empirical_policy: { retries: 3, unknown: 1 },
      work_queue_id: queue.id,
      work_queue_name: 'as it was called',
      total_run_time: '1970-01-02 02:03:04.500000',
    })
    const [answer, ...others] = await readFlowRuns({})
    expect(others).toEqual([])
    expect(answer).toMatchObject({
      id: run.id,
      name: 'daily',
      flow_id: run.flow_id,
      parameters: { table: 'sales', n: 1.5 },
      tags: ['x'],
      labels: {},
      work_queue_id: queue.id,
      work_queue_name: 'renamed',
      work_pool_id: pool.id,
      work_pool_name: 'local',
      total_run_time: 93_784.5,
      estimated_run_time: 93_784.5,
      created_by: { id: testId('deployment', 1), type: 'DEPLOYMENT', display_value: null },
      state: { id: run.state_id, type: 'COMPLETED', name: 'Completed', data: null },
    })
    expect(answer?.empirical_policy).toEqual({
      max_retries: 0,
      retry_delay_seconds: 0,
      retries: 3,
      retry_delay: null,
      pause_keys: [],
      resuming: false,
      retry_type: null,
    })
  })

  test('has no state, queue or pool where their rows are gone', async () => {
    addRun({ state_type: null, state_id: null, work_queue_name: 'gone' })
    const [answer] = await readFlowRuns({})
    expect(answer).toMatchObject({
      state: null,
      state_type: null,
      work_queue_name: 'gone',
      work_pool_id: null,
      work_pool_name: null,
    })
  })

  test('has the result of its state from the artifact that holds it', async () => {
    const { add, run } = database.file
    const artifact = add.artifact({ data: { storage_key: 'key' } })
    const older = addRun({ name: 'older' })
    const newer = addRun({ name: 'newer' })
    const update = 'UPDATE flow_run_state SET data = ?, result_artifact_id = ? WHERE id = ?'
    run(update, '{"own": 1}', artifact.id, older.state_id)
    run(update, '{}', artifact.id, newer.state_id)
    const answers = await readFlowRuns({ sort: 'NAME_ASC' })
    expect(answers.map((answer) => answer.state?.data)).toEqual([
      { storage_key: 'key' },
      { own: 1 },
    ])
  })

  test('runs, or is late, until now', async () => {
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString()
    const then = `${hourAgo.replace('T', ' ').replace('Z', '')}000`
    const running = { state_type: 'RUNNING', state_timestamp: then, start_time: then } as const
    addRun({ ...running, name: 'a', expected_start_time: then })
    addRun({ name: 'b', state_type: 'SCHEDULED', start_time: null, expected_start_time: then })
    addRun({ name: 'c', state_type: 'CANCELLED', start_time: null, expected_start_time: then })
    const [a, b, c] = await readFlowRuns({ sort: 'NAME_ASC' })
    expect(a?.estimated_run_time).toBeGreaterThan(3_599)
    expect(a?.estimated_start_time_delta).toBe(0)
    expect(b?.estimated_start_time_delta).toBeGreaterThan(3_599)
    expect(b?.estimated_run_time).toBe(b?.total_run_time)
    expect(c?.estimated_start_time_delta).toBe(0)
  })

  test.each([
    ['flow_run', 'tags', '["a"'],
    ['flow_run', 'tags', '[1]'],
    ['flow_run', 'parameters', '[]'],
    ['flow_run', 'parameters', '{'],
    ['flow_run', 'labels', '[]'],
    ['flow_run', 'total_run_time', 0],
    ['flow_run', 'total_run_time', 'long'],
    ['flow_run', 'state_type', 'DONE'],
    ['flow_run', 'start_time', 'yesterday'],
    ['flow_run', 'created_by', '7'],
    ['flow_run', 'run_count', 'many'],
    ['flow_run', 'name', Buffer.from('x')],
    ['flow_run_state', 'type', 'DONE'],
    ['flow_run_state', 'data', '{'],
    ['flow_run_state', 'state_details', 'null'],
  ] as const)('whose %s.%s is %j is told by table, column and id', async (table, column, value) => {
    addRun({ start_time: '2026-11-20 10:00:00.000000' })
    database.file.run(`UPDATE ${table} SET "${column}" = ?`, value)
    const details = { table, column, id: testId(table, 1) }
    await expect(readFlowRuns({})).rejects.toMatchObject({ code: 'data_unreadable', details })
    expect(await countFlowRuns({})).toBe(1)
  })
})

describe('the order of flow runs', () => {
  test('by start, as Prefect has it, a run that is still to come is later than those that began', async () => {
    addRun({ name: 'began', start_time: '2026-11-01 10:00:00.000000' })
    addRun({
      name: 'to come',
      start_time: null,
      expected_start_time: '9000-01-01 00:00:00.000000',
    })
    expect(await names({ sort: 'START_TIME_DESC', limit: 1 })).toEqual(['to come'])
    expect(await names({ sort: 'START_TIME_DESC' })).toEqual(['to come', 'began'])
  })

  test('by start, or while there is none by the expected start', async () => {
    const at = (second: number) => `2026-11-20 10:00:0${second}.000000`
    const scheduled = { state_type: 'SCHEDULED', start_time: null } as const
    addRun({ name: 'b', start_time: at(3), expected_start_time: at(9) })
    addRun({ ...scheduled, name: 'a', expected_start_time: at(2) })
    addRun({ name: 'c', start_time: at(1), expected_start_time: null })
    addRun({ name: 'none', state_type: null, start_time: null, expected_start_time: null })
    addRun({ ...scheduled, name: 'd', expected_start_time: at(3) })
    expect(await names({ sort: 'START_TIME_DESC' })).toEqual(['b', 'd', 'a', 'c', 'none'])
    expect(await names({ sort: 'START_TIME_ASC' })).toEqual(['none', 'c', 'a', 'b', 'd'])
    expect(await names({ sort: 'START_TIME_DESC', limit: 2, offset: 1 })).toEqual(['d', 'a'])
  })

  test(
    'of those that started last does not depend on how they are found',
    { timeout: 60_000 },
    async () => {
      const { add, fill } = database.file
      fill(() => {
        const flow = add.flow()
        for (let index = 0; index < 2_600; index += 1) {
          const minute = String((index * 37) % 60).padStart(2, '0')
          const hour = String((index * 7) % 24).padStart(2, '0')
          const time = `2026-11-${10 + (index % 9)} ${hour}:${minute}:00.000000`
          const start_time = index % 11 === 0 ? null : time
          const tags = index % 5 === 0 ? ['often'] : index % 1_000 === 1 ? ['seldom'] : []
          add.flowRun({
            flow_id: flow.id,
            start_time,
            expected_start_time: time,
            tags,
            state_id: null,
          })
        }
      })
      for (const tag of ['often', 'seldom', 'never']) {
        const asked = { flow_runs: { tags: { any_: [tag] } }, sort: 'START_TIME_DESC' as const }
        const all = (await readFlowRuns(asked)).map((run) => run.id)
        for (const page of [
          { limit: 5 },
          { limit: 20, offset: 30 },
          { limit: 600 },
          { limit: 0 },
        ]) {
          const { limit, offset = 0 } = page as { limit: number; offset?: number }
          const ids = (await readFlowRuns({ ...asked, ...page })).map((run) => run.id)
          expect(ids).toEqual(all.slice(offset, offset + limit))
        }
      }
    },
  )
})

describe('a question about flow runs', () => {
  test('asks with an empty filter for the row to be there', async () => {
    const { add } = database.file
    const flow = add.flow()
    const deployment = add.deployment({ flow_id: flow.id })
    const pool = add.workPool()
    add.flowRun({ flow_id: flow.id, name: 'deployed', deployment_id: deployment.id })
    add.flowRun({ flow_id: flow.id, name: 'left', deployment_id: testId('deployment', 9) })
    add.flowRun({ flow_id: flow.id, name: 'queued', work_queue_id: pool.default_queue_id })
    add.taskRun({ flow_run_id: add.flowRun({ flow_id: flow.id, name: 'tasked' }).id })
    const sort = 'NAME_ASC'
    expect(await names({ sort, flows: {} })).toEqual(['deployed', 'left', 'queued', 'tasked'])
    expect(await names({ sort, deployments: {} })).toEqual(['deployed'])
    expect(await names({ sort, work_pools: {} })).toEqual(['queued'])
    expect(await names({ sort, work_pool_queues: {} })).toEqual(['queued'])
    expect(await names({ sort, task_runs: {} })).toEqual(['tasked'])
  })

  test.each([
    ['run id', { flow_runs: { id: { any_: [testId('flow_run', 1)] } } }],
    ['run state', { flow_runs: { state: { type: { any_: ['FAILED'] } } } }],
    ['run of deployment', { flow_runs: { deployment_id: { any_: [testId('flow', 1)] } } }],
    ['flow name', { flows: { name: { any_: ['etl'] } } }],
    ['deployment tags', { deployments: { tags: { all_: ['prod'] } } }],
    ['work pool', { work_pools: { name: { any_: ['local'] } } }],
    ['work queue', { work_pool_queues: { name: { startswith_: ['de'] } } }],
    ['task run id', { task_runs: { id: { any_: [testId('task_run', 1)] } } }],
  ])('by %s reads no table that grows from end to end', async (_name, filters) => {
    // An order of which the first rows are not looked at beforehand.
    const sort = 'NEXT_SCHEDULED_START_TIME_ASC'
    const { path } = database.file
    const list = contract.flowRuns.readFlowRuns.input.parse({ ...filters, sort, limit: 50 })
    const count = contract.flowRuns.countFlowRuns.input.parse(filters)
    await assertNoScan({ path, run: (db) => flowRuns.readFlowRuns(db, list) })
    await expect(
      assertNoScan({ path, run: (db) => flowRuns.countFlowRuns(db, count) }),
    ).resolves.toBeUndefined()
  })
})
