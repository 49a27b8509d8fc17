import { describe, expect, test } from 'vitest'
import { contract } from '../../src-shared/contract/contract.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { assertNoScan } from '../testing/query-plan.ts'
import { testId } from '../testing/row-writer.ts'
import { taskRuns } from './task-runs.ts'

const database = freshDatabase()
const { readTaskRuns, countTaskRuns } = database.run.taskRuns

async function names(question: Parameters<typeof readTaskRuns>[0]): Promise<string[]> {
  return (await readTaskRuns(question)).map((run) => run.name)
}

describe('a task run', () => {
  test('has the fields of Prefect, with its state', async () => {
    const run = database.file.add.taskRun({
      name: 'load',
      labels: null,
      task_inputs: { table: [{ input_type: 'parameter', name: 'table' }] },
      empirical_policy: { max_retries: 2, retry_delay_seconds: 5 },
      cache_expiration: '2027-01-01 00:00:00.000000',
      total_run_time: '1970-01-01 00:00:01.000001',
    })
    const [answer] = await readTaskRuns({})
    expect(answer).toMatchObject({
      id: run.id,
      name: 'load',
      flow_run_id: null,
      labels: null,
      task_inputs: { table: [{ input_type: 'parameter', name: 'table' }] },
      cache_expiration: '2027-01-01T00:00:00.000000Z',
      total_run_time: 1.000001,
      state: { id: run.state_id, type: 'COMPLETED' },
    })
    expect(answer?.empirical_policy).toEqual({
      max_retries: 2,
      retry_delay_seconds: 5,
      retries: 2,
      retry_delay: 5,
      retry_jitter_factor: null,
    })
  })

  test.each([
    ['task_run', 'task_inputs', '[]'],
    ['task_run', 'total_run_time', 0],
    ['task_run', 'state_type', 'DONE'],
    ['task_run', 'flow_run_run_count', 0.5],
    ['task_run', 'cache_expiration', 'soon'],
    ['task_run_state', 'timestamp', 5],
  ] as const)('whose %s.%s is %j is told by table, column and id', async (table, column, value) => {
    database.file.add.taskRun({ cache_expiration: '2027-01-01 00:00:00.000000' })
    database.file.run(`UPDATE ${table} SET "${column}" = ?`, value)
    const details = { table, column, id: testId(table, 1) }
    await expect(readTaskRuns({})).rejects.toMatchObject({ code: 'data_unreadable', details })
    expect(await countTaskRuns({})).toBe(1)
  })
})

describe('task runs', () => {
  test('by duration count what still runs to now; ties by the expected start, then the id', async () => {
    const { add } = database.file
    const at = (second: number) => `1970-01-01 00:00:0${second}.000000`
    const total = (name: string, second: number, expected: number) =>
      add.taskRun({ name, total_run_time: at(second), expected_start_time: at(expected) })
    total('short', 1, 5)
    total('tied', 3, 1)
    total('tied, later', 3, 2)
    total('tied, last', 3, 2)
    const long = { total_run_time: at(0), expected_start_time: at(0) }
    const since = '2026-01-01 00:00:00.000000'
    add.taskRun({ ...long, name: 'running', state_type: 'RUNNING', state_timestamp: since })
    expect(await names({ sort: 'DURATION_DESC' })).toEqual([
      'running',
      'tied, last',
      'tied, later',
      'tied',
      'short',
    ])
    expect(await names({ sort: 'DURATION_ASC' })).toEqual([
      'short',
      'tied, last',
      'tied, later',
      'tied',
      'running',
    ])
  })

  test('without a flow run are left out by any filter of one, even an empty one', async () => {
    const { add } = database.file
    const run = add.flowRun({ flow_id: add.flow({ name: 'etl' }).id })
    add.taskRun({ name: 'of a run', flow_run_id: run.id })
    add.taskRun({ name: 'alone' })
    expect(await names({ sort: 'NAME_ASC' })).toEqual(['alone', 'of a run'])
    expect(await names({ flow_runs: {} })).toEqual(['of a run'])
    expect(await names({ flows: { name: { any_: ['etl'] } } })).toEqual(['of a run'])
    expect(await names({ deployments: {} })).toEqual([])
    expect(await countTaskRuns({ flow_runs: { id: { any_: [run.id] } } })).toBe(1)
  })

  test('are the same however they are found', { timeout: 60_000 }, async () => {
    const { add, fill } = database.file
    fill(() => {
      const flow_id = add.flow().id
      const runs = [[], ['often'], ['seldom']].map((tags) => add.flowRun({ flow_id, tags }).id)
      for (let index = 0; index < 2_400; index += 1) {
        const minute = String((index * 37) % 60).padStart(2, '0')
        const time = `2026-11-${10 + (index % 9)} 10:${minute}:00.000000`
        add.taskRun({
          flow_run_id: runs[index % 800 === 7 ? 2 : index % 2] ?? null,
          name: `task-${index % 13}`,
          expected_start_time: time,
          end_time: index % 10 === 0 ? null : time,
          state_id: null,
        })
      }
    })
    for (const sort of [
      'ID_DESC',
      'NAME_ASC',
      'EXPECTED_START_TIME_DESC',
      'END_TIME_DESC',
    ] as const) {
      for (const tag of ['often', 'seldom', 'never']) {
        const asked = { flow_runs: { tags: { any_: [tag] } }, sort }
        const all = (await readTaskRuns(asked)).map((run) => run.id)
        for (const [limit, offset] of [
          [5, 0],
          [20, 30],
          [600, 1],
        ] as const) {
          const ids = (await readTaskRuns({ ...asked, limit, offset })).map((run) => run.id)
          expect(ids).toEqual(all.slice(offset, offset + limit))
        }
      }
    }
  })

  test.each([
    ['flow run id', { flow_runs: { id: { any_: [testId('flow_run', 1)] } } }],
    ['its flow run id', { task_runs: { flow_run_id: { any_: [testId('flow_run', 1)] } } }],
    ['state', { task_runs: { state: { type: { any_: ['FAILED'] } } } }],
  ])('by %s are found without reading a table from end to end', async (_name, filters) => {
    // An order of which the first rows are not looked at beforehand.
    const sort = 'NEXT_SCHEDULED_START_TIME_ASC'
    const { path } = database.file
    const input = contract.taskRuns.readTaskRuns.input.parse({ ...filters, sort, limit: 50 })
    await expect(
      assertNoScan({ path, run: (db) => taskRuns.readTaskRuns(db, input) }),
    ).resolves.toBeUndefined()
  })
})
