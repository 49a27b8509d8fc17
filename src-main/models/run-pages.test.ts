import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { testId } from '../testing/row-writer.ts'

const database = freshDatabase()
const { runPages } = database.run

const at = (second: number): string => `2026-11-20 10:00:${String(second).padStart(2, '0')}.000000`
const iso = (second: number): string => `${at(second).replace(' ', 'T')}Z`

describe('a flow run', () => {
  test('is shown with what it belongs to, and its JSON whole', async () => {
    const { add } = database.file
    const flow = add.flow({ name: 'etl' })
    const pool = add.workPool({ name: 'local' })
    const queue = add.workQueue({ work_pool_id: pool.id, name: 'fast' })
    const deployment = add.deployment({ flow_id: flow.id, name: 'daily' })
    const long = 'x'.repeat(5000)
    const run = add.flowRun({
      flow_id: flow.id,
      name: 'brave-bee',
      deployment_id: deployment.id,
      work_queue_id: queue.id,
      work_queue_name: 'fast',
      parameters: { long },
      created_by: { id: deployment.id, type: 'DEPLOYMENT', display_value: 'daily' },
      labels: { team: 'data', weight: 1.0 },
      tags: ['nightly'],
      state_type: 'RUNNING',
      start_time: at(1),
    })
    const page = await runPages.readFlowRunPage({ flow_run_id: run.id })
    expect(page).toMatchObject({
      id: run.id,
      name: 'brave-bee',
      flowName: 'etl',
      deploymentName: 'daily',
      workPoolName: 'local',
      workQueueName: 'fast',
      workQueueId: queue.id,
      stateType: 'RUNNING',
      startTime: iso(1),
      tags: ['nightly'],
      createdBy: JSON.stringify({ id: deployment.id, type: 'DEPLOYMENT', display_value: 'daily' })
        .replaceAll('":', '": ')
        .replaceAll('",', '", '),
      parent: null,
      unreadable: [],
    })
    expect(page?.labels).toContainEqual({ key: 'team', kind: 'string', text: 'data' })
    expect(page?.parameters).toBe(`{"long": "${long}"}`)
  })

  test('that is not there is null', async () => {
    expect(await runPages.readFlowRunPage({ flow_run_id: testId('flow_run', 9) })).toBeNull()
  })

  test('and its subflow runs name each other by the task run between them', async () => {
    const { add } = database.file
    const [outer, inner] = [add.flow({ name: 'outer' }), add.flow({ name: 'inner' })]
    const parent = add.flowRun({ flow_id: outer.id, name: 'parent' })
    const child = (name: string, start_time: string | null) => {
      const task = add.taskRun({ flow_run_id: parent.id })
      const given = { flow_id: inner.id, name, parent_task_run_id: task.id, start_time }
      return { task, run: add.flowRun({ ...given, expected_start_time: at(30) }) }
    }
    const [later, waits, first] = [
      child('later', at(40)),
      child('waits', null),
      child('first', at(5)),
    ]
    const found = await runPages.readSubflowRuns({ flow_run_id: parent.id })
    expect(found.map(({ name }) => name)).toEqual(['first', 'waits', 'later'])
    expect(found[0]).toEqual({
      id: first.run.id,
      name: 'first',
      flowId: inner.id,
      flowName: 'inner',
      stateType: 'COMPLETED',
      stateName: 'Completed',
      startTime: iso(5),
      endTime: expect.any(String) as string,
      taskRunId: first.task.id,
    })
    const page = await runPages.readFlowRunPage({ flow_run_id: later.run.id })
    expect(page?.parent).toMatchObject({
      id: parent.id,
      name: 'parent',
      flowName: 'outer',
      taskRunId: later.task.id,
    })
    const task = await runPages.readTaskRunPage({ task_run_id: waits.task.id })
    expect(task?.subflowRun).toMatchObject({ id: waits.run.id, taskRunId: waits.task.id })
  })
})

describe('a task run', () => {
  test('is shown with its flow run and flow, inputs and policy as they are stored', async () => {
    const { add } = database.file
    const flow = add.flow({ name: 'etl' })
    const run = add.flowRun({ flow_id: flow.id, name: 'brave-bee' })
    const task = add.taskRun({
      flow_run_id: run.id,
      name: 'load-0',
      task_key: 'load-1',
      dynamic_key: '0',
      cache_key: 'key',
      cache_expiration: at(50),
      task_inputs: { a: [{ input_type: 'task_run', id: testId('task_run', 7) }] },
      run_count: 3,
    })
    expect(await runPages.readTaskRunPage({ task_run_id: task.id })).toMatchObject({
      name: 'load-0',
      flowRunName: 'brave-bee',
      flowName: 'etl',
      flowId: flow.id,
      taskKey: 'load-1',
      cacheKey: 'key',
      cacheExpiration: iso(50),
      taskInputs: `{"a": [{"input_type": "task_run", "id": "${testId('task_run', 7)}"}]}`,
      runCount: 3,
      subflowRun: null,
      unreadable: [],
    })
    expect(await runPages.readTaskRunPage({ task_run_id: testId('task_run', 9) })).toBeNull()
  })

  test('without a flow run is shown too', async () => {
    const { id } = database.file.add.taskRun()
    const page = await runPages.readTaskRunPage({ task_run_id: id })
    expect(page).toMatchObject({ flowRunId: null, flowRunName: null, flowName: null })
  })
})

test('states come in the order of their times, of one run alone', async () => {
  const { add } = database.file
  const flow = add.flow()
  const run = add.flowRun({ flow_id: flow.id, state_type: null })
  const task = add.taskRun({ flow_run_id: run.id, state_type: null })
  add.flowRun({ flow_id: flow.id })
  add.taskRun()
  add.flowRunState({ flow_run_id: run.id, type: 'RUNNING', timestamp: at(2) })
  add.flowRunState({ flow_run_id: run.id, type: 'PENDING', timestamp: at(1), message: 'soon' })
  add.taskRunState({ task_run_id: task.id, type: 'FAILED', timestamp: at(4), data: '{"a": 1}' })
  const states = await runPages.readFlowRunStates({ flow_run_id: run.id })
  expect(states).toMatchObject([
    { type: 'PENDING', name: 'Pending', timestamp: iso(1), message: 'soon', data: null },
    { type: 'RUNNING', timestamp: iso(2), message: null },
  ])
  expect(JSON.parse(states[0]?.details ?? '')).toMatchObject({ flow_run_id: run.id })
  expect(await runPages.readTaskRunStates({ task_run_id: task.id })).toMatchObject([
    { type: 'FAILED', timestamp: iso(4), data: '{"a": 1}' },
  ])
})

describe('the timeline', () => {
  test('has the task runs in the order in which they began, the others last', async () => {
    const { add } = database.file
    const flow = add.flow()
    const run = add.flowRun({ flow_id: flow.id })
    const other = add.flowRun({ flow_id: flow.id })
    add.taskRun({ flow_run_id: other.id })
    const task = (name: string, start: string | null, expected: string | null) =>
      add.taskRun({
        flow_run_id: run.id,
        name,
        start_time: start,
        expected_start_time: expected,
      })
    task('none', null, null)
    task('third', at(9), at(1))
    task('second', null, at(5))
    const first = task('first', at(2), at(2))
    const subflow = add.flowRun({ flow_id: flow.id, parent_task_run_id: first.id })
    const { tasks, total } = await runPages.readTimeline({ flow_run_id: run.id })
    expect(tasks.map(({ name }) => name)).toEqual(['first', 'second', 'third', 'none'])
    expect(total).toBe(4)
    expect(tasks[0]).toMatchObject({ start: iso(2), expected: iso(2), subflowRunId: subflow.id })
    expect(tasks[1]).toMatchObject({ start: null, subflowRunId: null })
  })

  test('is cut where it is asked for, and tells how many there are', async () => {
    const run = database.file.add.flowRun({ flow_id: database.file.add.flow().id })
    for (let n = 0; n < 5; n += 1) database.file.add.taskRun({ flow_run_id: run.id })
    const { tasks, total } = await runPages.readTimeline({ flow_run_id: run.id, limit: 2 })
    expect([tasks.length, total]).toEqual([2, 5])
  })
})

describe('the raw row', () => {
  test('has each column of the file with the type that SQLite has for it', async () => {
    const flow = database.file.add.flow({ name: 'etl', tags: ['ü'] })
    database.file.run('ALTER TABLE flow ADD COLUMN "new ""one"".x"')
    database.file.run('ALTER TABLE flow ADD COLUMN real_one')
    database.file.run('ALTER TABLE flow ADD COLUMN bytes')
    database.file.run(
      'UPDATE flow SET "new ""one"".x" = 9007199254740993, real_one = 0.1, bytes = x\'00ff\', labels = NULL',
    )
    const row = await runPages.readRawRow({ table: 'flow', id: flow.id })
    expect(row?.slice(0, 1)).toEqual([{ column: 'id', type: 'text', text: flow.id }])
    expect(row).toContainEqual({ column: 'tags', type: 'text', text: '["\\u00fc"]' })
    expect(row?.slice(-4)).toEqual([
      { column: 'labels', type: 'null', text: '' },
      { column: 'new "one".x', type: 'integer', text: '9007199254740993' },
      { column: 'real_one', type: 'real', text: '0.1' },
      { column: 'bytes', type: 'blob', text: '00ff' },
    ])
  })

  test.each(['flow', 'flow_run', 'task_run', 'deployment'] as const)(
    'of %s is whole, and null where there is none',
    async (table) => {
      const { add } = database.file
      const flow_id = add.flow().id
      add.flowRun({ flow_id })
      add.taskRun()
      add.deployment({ flow_id })
      const [stored] = database.file.rows(table)
      const row = await runPages.readRawRow({ table, id: testId(table, 1) })
      expect(row?.map(({ column }) => column)).toEqual(Object.keys(stored ?? {}))
      expect(await runPages.readRawRow({ table, id: testId(table, 5) })).toBeNull()
    },
  )
})
