import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { testId } from '../testing/row-writer.ts'
import type { TableName } from '../testing/rows.ts'

const database = freshDatabase()
const { flows } = database.run

/** A flow with everything that hangs on one. */
function addFlowWithAll(): { id: string; deployment: string; limit: string; run: string } {
  const { add } = database.file
  const flow = add.flow()
  const limit = add.concurrencyLimitV2({ name: `deployment:${testId('deployment', 1)}` })
  const deployment = add.deployment({ flow_id: flow.id, concurrency_limit_id: limit.id })
  add.deploymentSchedule({ deployment_id: deployment.id })
  const run = add.flowRun({ flow_id: flow.id, deployment_id: deployment.id })
  const task = add.taskRun({ flow_run_id: run.id })
  add.log({ flow_run_id: run.id, task_run_id: task.id })
  add.artifact({ flow_run_id: run.id, task_run_id: task.id })
  add.event()
  return { id: flow.id, deployment: deployment.id, limit: limit.id, run: run.id }
}

function counts(tables: readonly TableName[]): number[] {
  return tables.map((table) => database.file.rows(table).length)
}

const goes: readonly TableName[] = [
  'flow',
  'deployment',
  'deployment_schedule',
  'flow_run',
  'flow_run_state',
  'task_run',
  'task_run_state',
]
const stays: readonly TableName[] = [
  'log',
  'artifact',
  'events',
  'event_resources',
  'concurrency_limit_v2',
]

describe.each([
  ['deleteFlow', (id: string) => flows.deleteFlow({ flow_id: id })],
  ['deleteFlows', (id: string) => flows.deleteFlows({ flow_ids: [id] })],
] as const)('%s', (_, remove) => {
  test('takes deployments, schedules, runs, task runs and states along', async () => {
    const { id } = addFlowWithAll()
    expect(counts(goes).every((count) => count > 0)).toBe(true)
    await remove(id)
    expect(counts(goes)).toEqual(goes.map(() => 0))
  })

  test("leaves logs, artifacts, events and the deployment's limit behind", async () => {
    const { id } = addFlowWithAll()
    const before = stays.map((table) => database.file.rows(table))
    await remove(id)
    expect(stays.map((table) => database.file.rows(table))).toEqual(before)
    expect(counts(stays).every((count) => count > 0)).toBe(true)
  })

  test("leaves another flow's subflow run, without its parent", async () => {
    const { add, rows } = database.file
    const parent = add.flowRun({ flow_id: add.flow().id })
    const task = add.taskRun({ flow_run_id: parent.id })
    const child = add.flowRun({ flow_id: add.flow().id, parent_task_run_id: task.id })
    await remove(parent.flow_id)
    expect(rows('flow_run')).toEqual([{ ...child, parent_task_run_id: null }])
  })

  test("leaves another flow's run whose deployment goes, with the reference", async () => {
    const { add, rows } = database.file
    const deployment = add.deployment({ flow_id: add.flow().id })
    const run = add.flowRun({ flow_id: add.flow().id, deployment_id: deployment.id })
    await remove(deployment.flow_id)
    expect(rows('flow_run')).toEqual([run])
  })

  test('leaves every row of other flows as it was', async () => {
    const { add } = database.file
    const other = add.flow()
    const deployment = add.deployment({ flow_id: other.id })
    const run = add.flowRun({ flow_id: other.id, deployment_id: deployment.id })
    const task = add.taskRun({ flow_run_id: run.id })
    await remove(addFlowWithAll().id)
    const { rows } = database.file
    expect([rows('flow'), rows('deployment')]).toEqual([[other], [deployment]])
    expect([rows('flow_run'), rows('task_run')]).toEqual([[run], [task]])
  })
})

describe('deleteFlow', () => {
  test('answers true, and false the second time', async () => {
    const { id } = addFlowWithAll()
    expect(await flows.deleteFlow({ flow_id: id.toUpperCase() })).toBe(true)
    expect(await flows.deleteFlow({ flow_id: id })).toBe(false)
  })
})

describe('deleteFlows', () => {
  test('answers the ids that were there in the order of the database', async () => {
    const ids = [1, 2, 3].map(() => database.file.add.flow().id)
    const [first = '', second = '', third = ''] = ids
    const wanted = [third, testId('flow', 9), first, third.toUpperCase(), second]
    expect(await flows.deleteFlows({ flow_ids: wanted })).toEqual(ids)
    expect(database.file.rows('flow')).toEqual([])
  })

  test('answers ids by their text, not by the order they were inserted', async () => {
    const [low, high] = [testId('flow', 1), testId('flow', 2)]
    database.file.add.flow({ id: high })
    database.file.add.flow({ id: low })
    expect(await flows.deleteFlows({ flow_ids: [high, low] })).toEqual([low, high])
  })

  test.each([[[]], [[testId('flow', 8), testId('flow', 9)]]])(
    'answers an empty list for %j',
    async (flow_ids) => {
      database.file.add.flow()
      expect(await flows.deleteFlows({ flow_ids })).toEqual([])
      expect(database.file.rows('flow')).toHaveLength(1)
    },
  )

  test('takes thousands of ids', async () => {
    const rows = database.file.fill(() =>
      Array.from({ length: 3000 }, () => database.file.add.flow()),
    )
    const unknown = Array.from({ length: 40_000 }, (_, number) => testId('flow', 10_000 + number))
    const ids = rows.map((row) => row.id)
    expect(await flows.deleteFlows({ flow_ids: [...unknown, ...ids] })).toEqual(ids)
  })
})
