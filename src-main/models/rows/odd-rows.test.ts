import { describe, expect, test } from 'vitest'
import { runSortColumn } from '../../../src-shared/contract/schemas/run-row.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import type { TableName } from '../../testing/rows.ts'

const database = freshDatabase()
const { flowRows, runRows, deploymentRows, facets } = database.run

/** A flow, a deployment and a run that are as Prefect writes them, and one of each to be spoiled. */
function fill(): void {
  const { add } = database.file
  for (const name of ['good', 'odd']) {
    const flow = add.flow({ name, tags: ['t'], labels: { a: 1 } })
    const deployment = add.deployment({ name, flow_id: flow.id, tags: ['t'], labels: { a: 1 } })
    const run = { flow_id: flow.id, deployment_id: deployment.id, tags: ['t'], labels: { a: 1 } }
    add.flowRun({ ...run, name })
    add.taskRun({ tags: ['t'] })
  }
}

/** Writes a value into the last row of a table, whatever the column is for. */
function spoil(table: TableName, column: string, value: unknown): void {
  const last = `(SELECT max(rowid) FROM "${table}")`
  database.file.run(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ${last}`, value)
}

const jsonList: [string, unknown][] = [
  ['tags', '["a"'],
  ['tags', ''],
  ['tags', '[1]'],
  ['tags', '{"a": 1}'],
  ['tags', 'null'],
  ['tags', 5],
]
const labels: [string, unknown][] = [
  ['labels', '{"a": '],
  ['labels', '[]'],
  ['labels', '"text"'],
  ['labels', 7],
  ['labels', '{"a": NaN}'],
]
const moments: [string, unknown][] = [
  ['created', '2026-02-30 00:00:00.000000'],
  ['created', 1_700_000_000],
  ['updated', 'yesterday'],
  ['updated', ''],
]
const parameters: [string, unknown][] = [
  ['parameters', '{"a": '],
  ['parameters', '[1]'],
  ['parameters', 'null'],
  ['parameters', 3],
]
const name: [string, unknown][] = [['name', Buffer.from('etl')]]

const fieldOf: Record<string, string> = {
  state_type: 'stateType',
  start_time: 'startTime',
  total_run_time: 'totalRunTime',
  run_count: 'runCount',
  concurrency_options: 'collisionStrategy',
  last_polled: 'lastPolled',
}

const nothing: Record<string, unknown> = { tags: [], name: '', parameters: '', run_count: 0 }

/** The odd row is there beside the good one: the column is marked, and stands for nothing. */
function expectMarked(rows: readonly object[], column: string, value: unknown): void {
  expect(rows).toHaveLength(2)
  const unreadable = [{ column, stored: String(value) }]
  const odd = rows.find((row) => 'unreadable' in row && (row.unreadable as []).length > 0)
  expect(odd).toMatchObject({ unreadable, [fieldOf[column] ?? column]: nothing[column] ?? null })
  expect(rows.find((row) => row !== odd)).toMatchObject({ unreadable: [] })
}

describe('a flow', () => {
  test.each([...jsonList, ...labels, ...moments, ...name])('with %s %j', async (column, value) => {
    fill()
    spoil('flow', column, value)
    const rows = await flowRows.readFlowRows({ filters: {} })
    expectMarked(rows, column, value)
    const odd = rows.find(({ unreadable }) => unreadable.length > 0)
    expect(await flowRows.readFlowRow({ flow_id: odd?.id ?? '' })).toEqual(odd)
  })
})

describe('a run', () => {
  test.each([
    ...jsonList,
    ...labels,
    ...moments,
    ...parameters,
    ...name,
    ['start_time', 'soon'],
    ['start_time', 0],
    ['total_run_time', 0],
    ['total_run_time', 'long'],
    ['run_count', 'many'],
  ])('with %s %j', async (column, value) => {
    fill()
    spoil('flow_run', column, value)
    expectMarked(await runRows.readRunRows({ filters: {} }), column, value)
  })

  test('with an unknown state type keeps it, marked', async () => {
    fill()
    spoil('flow_run', 'state_type', 'DREAMING')
    const rows = await runRows.readRunRows({ filters: {} })
    const odd = rows.find((row) => row.stateType === 'DREAMING')
    expect(odd?.unreadable).toEqual([{ column: 'state_type', stored: 'DREAMING' }])
  })

  test('whose flow, deployment and queue are gone has no names for them', async () => {
    fill()
    for (const statement of ['foreign_keys = OFF', 'foreign_keys = ON']) {
      database.file.run(`PRAGMA ${statement}`)
      if (statement.endsWith('OFF')) {
        for (const column of ['flow_id', 'deployment_id', 'work_queue_id']) {
          spoil('flow_run', column, 'ffffffff-0000-4000-8000-000000000000')
        }
      }
    }
    const rows = await runRows.readRunRows({ filters: {} })
    expect(rows.find(({ flowName }) => flowName === null)).toMatchObject({
      flowId: 'ffffffff-0000-4000-8000-000000000000',
      deploymentName: null,
      workPoolName: null,
      unreadable: [],
    })
  })

  test('with everything odd can be sorted by every column', async () => {
    fill()
    for (const column of [
      'tags',
      'labels',
      'parameters',
      'start_time',
      'total_run_time',
      'created',
    ])
      spoil('flow_run', column, 'odd')
    for (const column of runSortColumn.options) {
      const rows = await runRows.readRunRows({ filters: {}, sort: { column, descending: true } })
      expect(rows).toHaveLength(2)
    }
  })

  test('with a start that cannot be read is on no day', async () => {
    fill()
    spoil('flow_run', 'start_time', 'soon')
    const span = { from: '2026-01-01T00:00:00Z', before: '2027-01-01T00:00:00Z' }
    const days = await runRows.readRunHistory({ filters: {}, ...span })
    expect(days.map(({ count }) => count)).toEqual([1])
  })

  test('shows the beginning of a long text that cannot be read', async () => {
    fill()
    spoil('flow_run', 'tags', 'x'.repeat(9000))
    const [row] = await runRows.readRunRows({ filters: { flow_runs: { name: { any_: ['odd'] } } } })
    expect(row?.unreadable).toEqual([{ column: 'tags', stored: 'x'.repeat(2000) }])
  })
})

describe('a deployment', () => {
  test.each([
    ...jsonList,
    ...labels,
    ...moments,
    ...parameters,
    ...name,
    ['concurrency_options', '{"collision'],
    ['last_polled', 'never'],
  ])('with %s %j', async (column, value) => {
    fill()
    spoil('deployment', column, value)
    expectMarked(await deploymentRows.readDeploymentRows({ filters: {} }), column, value)
  })

  test('leaves its schedule as it is stored', async () => {
    fill()
    const [deployment] = database.file.rows('deployment')
    database.file.add.deploymentSchedule({ deployment_id: deployment?.id ?? '' })
    spoil('deployment_schedule', 'schedule', '{"cron": ')
    const rows = await deploymentRows.readDeploymentRows({ filters: {} })
    expect(rows.flatMap(({ schedules }) => schedules)).toMatchObject([{ schedule: '{"cron": ' }])
  })

  test('whose runs start at no moment has no last run', async () => {
    fill()
    spoil('flow_run', 'start_time', 'soon')
    const statistics = await deploymentRows.readDeploymentStatistics({})
    expect(statistics.map(({ lastRun }) => lastRun === null).toSorted()).toEqual([false, true])
  })
})

describe('what is offered to choose from', () => {
  const tables = ['flow', 'flow_run', 'deployment', 'task_run'] as const

  test.each(jsonList)('leaves out the row with %s %j', async (column, value) => {
    fill()
    for (const table of tables) spoil(table, column, value)
    const one = { tag: 't', flows: 1, flowRuns: 1, deployments: 1, taskRuns: 1 }
    expect(await facets.readTagCounts({})).toEqual([one])
    for (const table of tables) {
      const found = await facets.suggest({ of: `${table}.tags` })
      expect(found).toEqual([{ value: 't', count: 1, note: null }])
    }
  })

  test.each(labels)('leaves out the row with %s %j', async (column, value) => {
    fill()
    for (const table of ['flow', 'flow_run', 'deployment'] as const) spoil(table, column, value)
    for (const of of ['flows', 'flow_runs', 'deployments'] as const) {
      expect(await facets.suggestLabelKeys({ of })).toEqual([{ key: 'a', count: 1 }])
    }
  })

  test('has an unknown state type', async () => {
    fill()
    spoil('flow_run', 'state_type', 'DREAMING')
    const found = await facets.suggest({ of: 'flow_run.state_type' })
    expect(found.map(({ value }) => value)).toEqual(['COMPLETED', 'DREAMING'])
  })

  test('finds a row whatever its name', async () => {
    fill()
    for (const table of ['flow', 'flow_run', 'deployment'] as const) {
      spoil(table, 'name', Buffer.from('goodly'))
    }
    const found = await facets.findAnything({ text: 'good' })
    expect(found.filter(({ name: known }) => known === 'good')).toHaveLength(3)
  })
})
