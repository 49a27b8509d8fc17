import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'

const database = freshDatabase()
const { facets } = database.run

async function valuesOf(
  of: Parameters<typeof facets.suggest>[0]['of'],
  text = '',
): Promise<string[]> {
  return (await facets.suggest({ of, text })).map(({ value }) => value)
}

/** Flow runs with these columns, each, of one flow. */
function addRuns(...runs: object[]): void {
  const { add } = database.file
  const flow_id = add.flow({ name: 'flow of runs' }).id
  for (const run of runs) add.flowRun({ ...run, flow_id })
}

describe('the values of a column', () => {
  test('come with their counts, the most frequent first', async () => {
    addRuns({ state_name: 'Late' }, { state_name: 'Failed' }, { state_name: 'Failed' })
    expect(await facets.suggest({ of: 'flow_run.state_name' })).toEqual([
      { value: 'Failed', count: 2, note: null },
      { value: 'Late', count: 1, note: null },
    ])
  })

  test('hold the text in either case, and not where it looks like a pattern', async () => {
    addRuns({ flow_version: 'v1.0%' }, { flow_version: 'V1.1' }, { flow_version: 'x' })
    expect(await valuesOf('flow_run.flow_version', 'v1')).toEqual(['V1.1', 'v1.0%'])
    expect(await valuesOf('flow_run.flow_version', '%')).toEqual(['v1.0%'])
    expect(await valuesOf('flow_run.flow_version', 'V1_')).toEqual([])
  })

  test('leave out rows without one, and end at the limit', async () => {
    addRuns({ work_queue_name: null }, { work_queue_name: 'b' }, { work_queue_name: 'a' })
    expect(await valuesOf('flow_run.work_queue_name')).toEqual(['a', 'b'])
    expect(await facets.suggest({ of: 'flow_run.work_queue_name', limit: 1 })).toHaveLength(1)
  })

  test('of small tables', async () => {
    const { add } = database.file
    const flow_id = add.flow({ name: 'etl' }).id
    for (const name of ['b', 'a', 'a']) {
      const pool = add.workPool({ name: `pool ${add.flow().name}`, type: 'docker' })
      add.workQueue({ work_pool_id: pool.id, name: 'fast' })
      add.deployment({ flow_id: add.flow().id, name, work_queue_name: 'fast' })
    }
    add.deployment({ flow_id, name: 'c' })
    expect(await facets.suggest({ of: 'deployment.name', text: 'a' })).toEqual([
      { value: 'a', count: 2, note: null },
    ])
    expect(await valuesOf('deployment.work_queue_name')).toEqual(['fast'])
    expect(await facets.suggest({ of: 'work_pool.type' })).toEqual([
      { value: 'docker', count: 3, note: null },
    ])
    expect(await valuesOf('work_queue.name')).toEqual(['default', 'fast'])
  })

  test.each(['flow_run', 'task_run'] as const)('state types of a %s', async (table) => {
    const { add } = database.file
    const flow_id = add.flow().id
    for (const state_type of ['FAILED', 'FAILED', 'RUNNING', null] as const) {
      if (table === 'flow_run') add.flowRun({ flow_id, state_type })
      else add.taskRun({ state_type })
    }
    expect(await facets.suggest({ of: `${table}.state_type` })).toEqual([
      { value: 'FAILED', count: 2, note: null },
      { value: 'RUNNING', count: 1, note: null },
    ])
  })
})

describe('tags', () => {
  test('are counted by row, whatever stands beside them', async () => {
    addRuns({ tags: ['gpu', 'a'] }, { tags: ['gpu'] }, { tags: ['a', 'gpu', 'gpu'] }, { tags: [] })
    expect(await facets.suggest({ of: 'flow_run.tags' })).toEqual([
      { value: 'gpu', count: 3, note: null },
      { value: 'a', count: 2, note: null },
    ])
    expect(await valuesOf('flow_run.tags', 'PU')).toEqual(['gpu'])
  })

  test('of all tables, by name', async () => {
    const { add } = database.file
    const flow_id = add.flow({ tags: ['b'] }).id
    add.flowRun({ flow_id, tags: ['a', 'b'] })
    add.deployment({ flow_id, tags: ['b'] })
    add.taskRun({ tags: ['ü'] })
    add.taskRun({ tags: ['ü', 'b'] })
    expect(await facets.readTagCounts({})).toEqual([
      { tag: 'a', flows: 0, flowRuns: 1, deployments: 0, taskRuns: 0 },
      { tag: 'b', flows: 1, flowRuns: 1, deployments: 1, taskRuns: 1 },
      { tag: 'ü', flows: 0, flowRuns: 0, deployments: 0, taskRuns: 2 },
    ])
  })
})

describe('what made the runs', () => {
  test('by id, with its name, and by type', async () => {
    const schedule = { id: 'one', type: 'SCHEDULE', display_value: 'nightly' }
    const created_by = { id: 'two', type: 'DEPLOYMENT', display_value: null }
    addRuns(
      { created_by: schedule },
      { created_by: schedule },
      { created_by },
      { created_by: null },
    )
    expect(await facets.suggest({ of: 'flow_run.created_by.id' })).toEqual([
      { value: 'one', count: 2, note: 'nightly' },
      { value: 'two', count: 1, note: null },
    ])
    expect(await valuesOf('flow_run.created_by.id', 'NIGHT')).toEqual(['one'])
    expect(await valuesOf('flow_run.created_by.type')).toEqual(['SCHEDULE', 'DEPLOYMENT'])
  })
})

describe('names and ids', () => {
  test('names come once, those that begin with the text first', async () => {
    addRuns({ name: 'brave-fox' }, { name: 'a-brave-cat' }, { name: 'brave-fox' }, { name: 'z' })
    expect(await facets.suggest({ of: 'flow_run.name', text: 'Brave' })).toEqual([
      { value: 'brave-fox', count: null, note: null },
      { value: 'a-brave-cat', count: null, note: null },
    ])
  })

  test('without a text, those of the newest rows', async () => {
    addRuns({ name: 'old' }, { name: 'new' })
    expect(await valuesOf('flow_run.name')).toEqual(['new', 'old'])
  })

  test.each(['flow', 'work_pool', 'task_run'] as const)('of a %s', async (table) => {
    const { add } = database.file
    add.flow({ name: 'the-x' })
    add.workPool({ name: 'the-x' })
    add.taskRun({ name: 'the-x' })
    expect(await valuesOf(`${table}.name`, 'x')).toEqual(['the-x'])
  })

  test.each(['flow', 'flow_run', 'task_run', 'deployment', 'work_pool', 'work_queue'] as const)(
    'an id of a %s is found by its beginning, or by a part of the name',
    async (table) => {
      const { add } = database.file
      const name = 'find-me'
      const flow = add.flow({ name })
      add.workPool({ name: 'other', default_queue_id: null })
      const pool = add.workPool({ name, default_queue_id: null })
      const { id } = {
        flow: () => flow,
        flow_run: () => add.flowRun({ flow_id: flow.id, name }),
        task_run: () => add.taskRun({ name }),
        deployment: () => add.deployment({ flow_id: flow.id, name }),
        work_pool: () => pool,
        work_queue: () => add.workQueue({ work_pool_id: pool.id, name }),
      }[table]()
      const found = [{ value: id, count: null, note: name }]
      expect(await facets.suggest({ of: `${table}.id`, text: id.toUpperCase() })).toEqual(found)
      expect(await facets.suggest({ of: `${table}.id`, text: 'ND-ME' })).toEqual(found)
      expect(await facets.suggest({ of: `${table}.id`, text: 'no' })).toEqual([])
    },
  )

  test('keys of the newest runs', async () => {
    addRuns({ idempotency_key: 'key-1' }, { idempotency_key: 'KEY-2' }, { idempotency_key: null })
    expect(await valuesOf('flow_run.idempotency_key', 'key')).toEqual(['KEY-2', 'key-1'])
  })
})

describe('labels', () => {
  test('keys, with how many rows have each', async () => {
    addRuns({ labels: { a: 1, b: 1 } }, { labels: { a: 'x' } }, { labels: {} }, { labels: null })
    expect(await facets.suggestLabelKeys({ of: 'flow_runs' })).toEqual([
      { key: 'a', count: 2 },
      { key: 'b', count: 1 },
    ])
    expect(await facets.suggestLabelKeys({ of: 'flow_runs', text: 'B' })).toEqual([
      { key: 'b', count: 1 },
    ])
  })

  test('values of a key, each with its type', async () => {
    addRuns(
      { labels: { a: 1 } },
      { labels: '{"a": 1.0}' },
      { labels: { a: '1' } },
      { labels: { a: '1', b: 2 } },
      { labels: { b: 'a' } },
    )
    expect(await facets.suggestLabelValues({ of: 'flow_runs', key: 'a' })).toEqual([
      { entry: { key: 'a', kind: 'string', text: '1' }, count: 2 },
      { entry: { key: 'a', kind: 'integer', text: '1' }, count: 1 },
      { entry: { key: 'a', kind: 'float', text: '1.0' }, count: 1 },
    ])
    const some = await facets.suggestLabelValues({ of: 'flow_runs', key: 'a', text: '.' })
    expect(some.map(({ entry }) => entry.text)).toEqual(['1.0'])
  })
})

describe('the palette', () => {
  test('finds each kind by a part of its name', async () => {
    const { add } = database.file
    const flow = add.flow({ name: 'etl' })
    const deployment = add.deployment({ flow_id: flow.id, name: 'etl nightly', tags: ['etl-tag'] })
    const run = add.flowRun({ flow_id: flow.id, name: 'run of ETL', state_type: 'FAILED' })
    const v2 = add.concurrencyLimitV2({ name: 'tag:etl' })
    const v1 = add.concurrencyLimit({ tag: 'etl' })
    add.taskRun({ name: 'etl task' })
    const noState = { stateType: null, stateName: null }
    expect(await facets.findAnything({ text: 'etl' })).toEqual([
      { kind: 'flow', id: flow.id, name: 'etl', of: null, ...noState },
      { kind: 'deployment', id: deployment.id, name: 'etl nightly', of: 'etl', ...noState },
      {
        kind: 'flow_run',
        id: run.id,
        name: 'run of ETL',
        of: 'etl',
        stateType: 'FAILED',
        stateName: 'Failed',
      },
      { kind: 'limit', id: v2.id, name: 'tag:etl', of: 'v2', ...noState },
      { kind: 'limit', id: v1.id, name: 'etl', of: 'v1', ...noState },
      { kind: 'tag', id: 'etl-tag', name: 'etl-tag', of: null, ...noState },
    ])
  })

  test('finds a run by the beginning of its id, a task run by the whole of it', async () => {
    const { add } = database.file
    const run = add.flowRun({ flow_id: add.flow().id, name: 'parent' })
    const task = add.taskRun({ flow_run_id: run.id, name: 'load' })
    const byBeginning = await facets.findAnything({ text: run.id.slice(0, 6).toUpperCase() })
    expect(byBeginning).toMatchObject([{ kind: 'flow_run', id: run.id }])
    expect(await facets.findAnything({ text: task.id.slice(0, 8) })).toEqual([])
    expect(await facets.findAnything({ text: ` ${task.id} ` })).toMatchObject([
      { kind: 'task_run', id: task.id, name: 'load', of: 'parent' },
    ])
  })

  test('ends at the limit, of each kind', async () => {
    for (let number = 0; number < 5; number += 1) {
      database.file.add.concurrencyLimit({ tag: `x${number}` })
      database.file.add.flow({ name: `x${number}`, tags: [`x${number}`] })
    }
    const found = await facets.findAnything({ text: 'x', limit: 2 })
    expect(found.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'flow x0',
      'flow x1',
      'limit x0',
      'limit x1',
      'tag x0',
      'tag x1',
    ])
  })
})
