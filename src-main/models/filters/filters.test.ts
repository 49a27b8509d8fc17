import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildDatabase, type DatabaseFile } from '../../testing/build-database.ts'
import { modelAnswers, naiveAnswer, storedData } from '../../testing/compare-filters.ts'
import type { WireQuestion } from '../../testing/naive/wire.ts'

let file: DatabaseFile

beforeEach(() => {
  file = buildDatabase()
})

afterEach(() => file.remove())

/** The names of the flows that answer, in order; the naive evaluation must say the same. */
async function answerTo(question: WireQuestion): Promise<string[]> {
  const data = storedData(file)
  const [answer] = await modelAnswers(file, [question])
  expect(answer).toEqual(naiveAnswer(data, question))
  return (answer?.ids ?? []).map((id) => data.flow.find((flow) => flow.id === id)?.name ?? '')
}

/** Flows `a`, `b`, …, each with one run of this kind. */
function addRuns(...runs: Partial<Parameters<DatabaseFile['add']['flowRun']>[0]>[]): string[] {
  return runs.map((run, index) => {
    const flow = file.add.flow({ name: String.fromCharCode(97 + index) })
    return file.add.flowRun({ ...run, flow_id: flow.id }).id
  })
}

describe('what a filter object asks', () => {
  test('an empty flow filter asks nothing, an empty other one asks for such a row', async () => {
    file.add.flow({ name: 'bare' })
    const deployed = file.add.flow({ name: 'deployed' })
    const pooled = file.add.flow({ name: 'pooled' })
    const run = file.add.flow({ name: 'run' })
    const tasked = file.add.flow({ name: 'tasked' })
    const pool = file.add.workPool()
    file.add.deployment({ flow_id: deployed.id })
    file.add.deployment({ flow_id: pooled.id, work_queue_id: pool.default_queue_id })
    file.add.flowRun({ flow_id: run.id })
    file.add.taskRun({ flow_run_id: file.add.flowRun({ flow_id: tasked.id }).id })
    expect(await answerTo({ flows: {} })).toHaveLength(5)
    expect(await answerTo({ deployments: {} })).toEqual(['deployed', 'pooled'])
    expect(await answerTo({ work_pools: {} })).toEqual(['pooled'])
    expect(await answerTo({ flow_runs: {} })).toEqual(['run', 'tasked'])
    expect(await answerTo({ task_runs: {} })).toEqual(['tasked'])
    expect(await answerTo({ flow_runs: null, deployments: null })).toHaveLength(5)
  })

  test('a part that asks nothing makes an `or_` true, and is neutral in an `and_`', async () => {
    for (const name of ['a', 'b']) file.add.flow({ name })
    const name = { any_: ['a'] }
    for (const empty of [{ tags: {} }, { id: { not_any_: [] } }, { tags: { all_: [] } }]) {
      expect(await answerTo({ flows: { operator: 'or_', name, ...empty } })).toEqual(['a', 'b'])
      expect(await answerTo({ flows: { operator: 'and_', name, ...empty } })).toEqual(['a'])
    }
    expect(await answerTo({ flows: { operator: 'or_', name, tags: null } })).toEqual(['a'])
  })

  test('an empty `any_` matches nothing, other empty values are not asked', async () => {
    const flow = file.add.flow({ name: 'a', tags: ['x'] })
    file.add.flowRun({ flow_id: flow.id, tags: ['x'] })
    expect(await answerTo({ flows: { id: { any_: [] } } })).toEqual([])
    expect(await answerTo({ flow_runs: { tags: { any_: [] } } })).toEqual([])
    const or = { operator: 'or_', any_: [], is_null_: false } as const
    expect(await answerTo({ flow_runs: { tags: or } })).toEqual(['a'])
    expect(await answerTo({ flows: { name: { like_: '' } } })).toEqual(['a'])
    expect(await answerTo({ flows: { tags: { all_: [] } } })).toEqual(['a'])
    expect(await answerTo({ flow_runs: { state: { type: { not_any_: [] } } } })).toEqual(['a'])
  })

  test('`not_any_` keeps out the rows without a value', async () => {
    addRuns(
      { state_type: null },
      { state_type: 'FAILED', idempotency_key: 'x' },
      { state_type: 'RUNNING', idempotency_key: 'y' },
    )
    const failed = { state: { type: { not_any_: ['FAILED'] } } }
    expect(await answerTo({ flow_runs: failed })).toEqual(['c'])
    expect(await answerTo({ flow_runs: { idempotency_key: { not_any_: ['x'] } } })).toEqual(['c'])
  })
})

describe('texts', () => {
  test('`like_` folds ASCII only, and takes `%` and `_` for wildcards', async () => {
    for (const name of ['Über', 'ÜBER', 'über', 'a_b', 'axb', 'a%b', 'axxb', 'a\\b'])
      file.add.flow({ name })
    const like = (like_: string) => answerTo({ flows: { name: { like_ } } })
    expect(await like('über')).toEqual(['über'])
    expect(await like('ÜB')).toEqual(['ÜBER', 'Über'])
    expect(await like('A_B')).toEqual(['a%b', 'a\\b', 'a_b', 'axb'])
    expect(await like('a%b')).toEqual(['a%b', 'a\\b', 'a_b', 'axb', 'axxb'])
    expect(await like('\\')).toEqual(['a\\b'])
  })

  test('`any_` and tags are compared exactly', async () => {
    file.add.flow({ name: 'a', tags: ['x', 'x'] })
    file.add.flow({ name: 'A', tags: ['X', 'y"z'] })
    file.add.flow({ name: 'b', tags: [] })
    expect(await answerTo({ flows: { name: { any_: ['a', 'B'] } } })).toEqual(['a'])
    expect(await answerTo({ flows: { tags: { all_: ['x', 'x'] } } })).toEqual(['a'])
    expect(await answerTo({ flows: { tags: { all_: ['x', 'y'] } } })).toEqual([])
    expect(await answerTo({ flows: { tags: { all_: ['y"z', 'X'] } } })).toEqual(['A'])
    expect(await answerTo({ flows: { tags: { is_null_: true } } })).toEqual(['b'])
  })
})

describe('runs', () => {
  test('a state of both `any_` and `not_any_` must satisfy both', async () => {
    addRuns({ state_type: 'FAILED' }, { state_type: 'CRASHED' }, { state_type: 'RUNNING' })
    const type = { any_: ['FAILED', 'CRASHED'], not_any_: ['FAILED'] }
    expect(await answerTo({ flow_runs: { state: { type } } })).toEqual(['b'])
  })

  test.each(['flow_runs', 'task_runs'] as const)(
    'a %s state part that asks nothing is left out, so that it makes no `or_` true',
    async (name) => {
      const late = { state_type: 'SCHEDULED', state_name: 'Late' }
      const cached = { state_type: 'COMPLETED', state_name: 'Cached' }
      const [first = '', second = ''] = addRuns(late, cached)
      file.add.taskRun({ flow_run_id: first, ...late })
      file.add.taskRun({ flow_run_id: second, ...cached })
      for (const empty of [{}, { any_: null }]) {
        const byName = { operator: 'or_', type: empty, name: { any_: ['Late'] } } as const
        expect(await answerTo({ [name]: { state: byName } })).toEqual(['a'])
        const byType = { operator: 'or_', type: { any_: ['SCHEDULED'] }, name: empty } as const
        expect(await answerTo({ [name]: { state: byType } })).toEqual(['a'])
      }
      const nothing = { operator: 'or_', state: { type: {} }, name: { any_: ['none'] } }
      expect(await answerTo({ [name]: nothing })).toEqual(['a', 'b'])
    },
  )

  test("a flow run's start is the expected one until it has started", async () => {
    const [early, late] = ['2026-11-20 10:00:00.000000', '2026-11-20 12:00:00.000000']
    addRuns(
      { state_type: 'PENDING', expected_start_time: early },
      { state_type: 'RUNNING', expected_start_time: early, start_time: late },
    )
    const before = { before_: '2026-11-20T12:00:00+01:00' }
    expect(await answerTo({ flow_runs: { start_time: before } })).toEqual(['a'])
    expect(await answerTo({ flow_runs: { start_time: { is_null_: true } } })).toEqual(['a'])
    const exactly = { before_: '2026-11-20T12:00:00Z', after_: '2026-11-20T12:00:00' }
    expect(await answerTo({ flow_runs: { start_time: exactly } })).toEqual(['b'])
  })

  test('a subflow run is found by the flow run that started it', async () => {
    const [parent = '', child] = addRuns({}, {})
    const task = file.add.taskRun({ flow_run_id: parent })
    file.run('UPDATE flow_run SET parent_task_run_id = ? WHERE id = ?', task.id, child)
    expect(await answerTo({ flow_runs: { parent_flow_run_id: { any_: [parent] } } })).toEqual(['b'])
    expect(await answerTo({ task_runs: { subflow_runs: { exists_: true } } })).toEqual(['a'])
    expect(await answerTo({ task_runs: { subflow_runs: { exists_: false } } })).toEqual([])
  })

  test("a task run's flow run: `is_null_` is false if not said, and wins over `any_`", async () => {
    const [first = '', second = ''] = addRuns({}, {})
    for (const flow_run_id of [first, second]) file.add.taskRun({ flow_run_id })
    const any_ = [first.toUpperCase()]
    const ask = (flow_run_id: object) => answerTo({ task_runs: { flow_run_id } })
    expect(await ask({})).toEqual(['a', 'b'])
    expect(await ask({ any_ })).toEqual(['a'])
    expect(await ask({ any_, is_null_: null })).toEqual(['a'])
    expect(await ask({ any_, is_null_: true })).toEqual([])
    expect(await ask({ is_null_: null })).toEqual(['a', 'b'])
  })

  test('one and the same run must satisfy the flow run and the task run filter', async () => {
    const flow = file.add.flow({ name: 'a' })
    file.add.flowRun({ flow_id: flow.id, state_type: 'FAILED' })
    const other = file.add.flowRun({ flow_id: flow.id, state_type: 'COMPLETED' })
    file.add.taskRun({ flow_run_id: other.id, name: 'load' })
    const task_runs = { name: { any_: ['load'] } }
    const ofState = (type: string) => ({ state: { type: { any_: [type] } } })
    expect(await answerTo({ flow_runs: ofState('FAILED'), task_runs })).toEqual([])
    expect(await answerTo({ flow_runs: ofState('COMPLETED'), task_runs })).toEqual(['a'])
  })
})

describe('deployments', () => {
  test('one and the same deployment must satisfy its filter and that of its pool', async () => {
    const flow = file.add.flow({ name: 'a' })
    const [here, there] = [file.add.workPool({ name: 'here' }), file.add.workPool()]
    const add = (name: string, work_queue_id: string | null) =>
      file.add.deployment({ flow_id: flow.id, name, work_queue_id })
    add('one', here.default_queue_id)
    add('two', there.default_queue_id)
    const work_pools = { name: { any_: ['here'] } }
    const named = (name: string) => ({ deployments: { name: { any_: [name] } }, work_pools })
    expect(await answerTo(named('one'))).toEqual(['a'])
    expect(await answerTo(named('two'))).toEqual([])
  })

  test('the run need not be of the deployment', async () => {
    const [run = ''] = addRuns({ state_type: 'FAILED' })
    file.add.deployment({ flow_id: file.rows('flow_run')[0]?.flow_id ?? '', paused: 1 })
    expect(
      await answerTo({
        deployments: { paused: { eq_: true } },
        flow_runs: { id: { any_: [run] } },
      }),
    ).toEqual(['a'])
  })

  test('`concurrency_limit` is no part of an `or_`, yet the filter object asks for a row', async () => {
    const flow = file.add.flow({ name: 'a' })
    file.add.flow({ name: 'b' })
    file.add.deployment({ flow_id: flow.id, name: 'one', concurrency_limit: 1 })
    const concurrency_limit = { ge_: 5 }
    expect(await answerTo({ deployments: { concurrency_limit } })).toEqual(['a'])
    const or = { operator: 'or_', concurrency_limit, name: { any_: ['two'] } } as const
    expect(await answerTo({ deployments: or })).toEqual([])
  })

  test("`flow_or_deployment_name` looks in the deployment's and in the flow's name", async () => {
    const [etl, other] = [file.add.flow({ name: 'ETL' }), file.add.flow({ name: 'other' })]
    file.add.deployment({ flow_id: etl.id, name: 'daily' })
    file.add.deployment({ flow_id: other.id, name: 'etl-copy' })
    const ask = (like_: string) => answerTo({ deployments: { flow_or_deployment_name: { like_ } } })
    expect(await ask('etl')).toEqual(['ETL', 'other'])
    expect(await ask('daily')).toEqual(['ETL'])
  })
})

describe('order and page', () => {
  test('names come in the order of their bytes', async () => {
    for (const name of ['ÜBER', 'alpha', 'a_b', 'Zeta', '😀', '\uf900', 'Beta', 'axb'])
      file.add.flow({ name })
    const ascending = ['Beta', 'Zeta', 'a_b', 'alpha', 'axb', 'ÜBER', '\uf900', '😀']
    expect(await answerTo({})).toEqual(ascending)
    expect(await answerTo({ sort: 'NAME_DESC' })).toEqual(ascending.toReversed())
  })

  test('a page is cut out of the answer', async () => {
    for (const name of ['a', 'b', 'c']) file.add.flow({ name })
    expect(await answerTo({ limit: 0 })).toEqual([])
    expect(await answerTo({ offset: 1 })).toEqual(['b', 'c'])
    expect(await answerTo({ limit: 1, offset: 1 })).toEqual(['b'])
    expect(await answerTo({ sort: 'CREATED_DESC', limit: 2, offset: null })).toEqual(['c', 'b'])
    expect(await answerTo({ offset: 3 })).toEqual([])
  })

  test('flows of the same moment come in one order, so that no page repeats one', async () => {
    const moment = '2026-11-20 00:00:00.000000'
    for (const name of ['c', 'a', 'b']) file.add.flow({ name, created: moment, updated: moment })
    for (const sort of ['CREATED_DESC', 'UPDATED_DESC'] as const) {
      const pages = [0, 1, 2].map((offset): WireQuestion => ({ sort, limit: 1, offset }))
      const answers = await modelAnswers(file, pages)
      const [whole] = await modelAnswers(file, [{ sort }])
      expect(answers.flatMap((answer) => answer.ids)).toEqual(whole?.ids)
    }
  })
})
