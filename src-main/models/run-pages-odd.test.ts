import { expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import type { DatabaseFile } from '../testing/build-database.ts'

const database = freshDatabase()
const { runPages } = database.run

function addRuns(file: DatabaseFile) {
  const flow = file.add.flow()
  const run = file.add.flowRun({ flow_id: flow.id })
  const task = file.add.taskRun({ flow_run_id: run.id })
  return { flow, run, task }
}

const oddOfBoth: [column: string, value: unknown][] = [
  ['tags', '["a"'],
  ['tags', '{}'],
  ['labels', '['],
  ['state_type', 'ODD'],
  ['total_run_time', 0],
  ['start_time', 'yesterday'],
  ['end_time', 17],
  ['expected_start_time', '2026-02-30 00:00:00.000000'],
  ['created', ''],
  ['name', Buffer.from('blob')],
  ['run_count', 'many'],
  ['empirical_policy', '{'],
]

/** A value that no Prefect would write, in each column that may hold one. */
test.each([
  ...oddOfBoth,
  ['parameters', '{"a": '],
  ['context', 'nonsense'],
  ['created_by', '{'],
  ['job_variables', "{'a': 1}"],
])('a flow run with %s %j is shown, and the column marked', async (column, value) => {
  const { run } = addRuns(database.file)
  database.file.run(`UPDATE flow_run SET ${column} = ? WHERE id = ?`, value, run.id)
  const page = await runPages.readFlowRunPage({ flow_run_id: run.id })
  const stored = Buffer.isBuffer(value) ? 'blob' : String(value)
  expect(page?.unreadable).toEqual([{ column, stored }])
  expect(await runPages.readSubflowRuns({ flow_run_id: run.id })).toEqual([])
})

test.each([...oddOfBoth, ['task_inputs', '['], ['cache_expiration', 'never']])(
  'a task run with %s %j is shown, and the column marked',
  async (column, value) => {
    const { run, task } = addRuns(database.file)
    database.file.run(`UPDATE task_run SET ${column} = ? WHERE id = ?`, value, task.id)
    const page = await runPages.readTaskRunPage({ task_run_id: task.id })
    expect(page?.unreadable.map((one) => one.column)).toEqual([column])
    const timeline = await runPages.readTimeline({ flow_run_id: run.id })
    expect(timeline.tasks.map(({ id }) => id)).toEqual([task.id])
  },
)

test('what is no JSON is given as it is stored', async () => {
  const { run } = addRuns(database.file)
  database.file.run('UPDATE flow_run SET parameters = ? WHERE id = ?', '{"a": ', run.id)
  expect(await runPages.readFlowRunPage({ flow_run_id: run.id })).toMatchObject({
    parameters: '{"a": ',
  })
})

test('a run whose flow, deployment and parent are gone is shown', async () => {
  const { file } = database
  const { run, task } = addRuns(file)
  file.run('PRAGMA foreign_keys = OFF')
  const gone = '00000000-0000-4000-8000-000000000000'
  for (const column of ['flow_id', 'deployment_id', 'parent_task_run_id']) {
    file.run(`UPDATE flow_run SET ${column} = ? WHERE id = ?`, gone, run.id)
  }
  expect(await runPages.readFlowRunPage({ flow_run_id: run.id })).toMatchObject({
    flowId: gone,
    flowName: null,
    deploymentId: gone,
    deploymentName: null,
    parentTaskRunId: gone,
    parent: null,
    unreadable: [],
  })
  const page = await runPages.readTaskRunPage({ task_run_id: task.id })
  expect(page).toMatchObject({ flowRunName: run.name, flowId: gone, flowName: null })
})

test('states that no Prefect would write are shown', async () => {
  const { run } = addRuns(database.file)
  database.file.run(
    "UPDATE flow_run_state SET type = 'ODD', timestamp = 'then', state_details = '{', name = 5",
  )
  const states = await runPages.readFlowRunStates({ flow_run_id: run.id })
  expect(states).toMatchObject([{ type: 'ODD', name: '5', timestamp: null, details: '{' }])
})
