import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import type { Reading } from '../database/model.ts'
import { assertNoScan, type AllowedScans } from '../testing/query-plan.ts'
import { testId } from '../testing/row-writer.ts'
import { flowStatistics } from './flow-statistics.ts'
import { runPages } from './run-pages.ts'

let file: DatabaseFile

beforeAll(() => {
  file = buildDatabase()
  const run = file.add.flowRun({ flow_id: file.add.flow().id })
  const task = file.add.taskRun({ flow_run_id: run.id })
  file.add.flowRun({ flow_id: run.flow_id, parent_task_run_id: task.id })
})

afterAll(() => file.remove())

const flow_run_id = testId('flow_run', 2)
const task_run_id = testId('task_run', 1)

const pages: [string, (db: Reading) => Promise<unknown>][] = [
  ['a flow run', (db) => runPages.readFlowRunPage(db, { flow_run_id })],
  ['its states', (db) => runPages.readFlowRunStates(db, { flow_run_id })],
  ['its timeline', (db) => runPages.readTimeline(db, { flow_run_id, limit: 100 })],
  ['its subflow runs', (db) => runPages.readSubflowRuns(db, { flow_run_id })],
  ['a task run', (db) => runPages.readTaskRunPage(db, { task_run_id })],
  ['its states', (db) => runPages.readTaskRunStates(db, { task_run_id })],
  ['a row', (db) => runPages.readRawRow(db, { table: 'task_run', id: task_run_id })],
]

describe('no table that grows is scanned for', () => {
  test.each(pages)('%s', async (_name, run) => {
    await expect(assertNoScan({ path: file.path, run })).resolves.toBeUndefined()
  })
})

const onePass: AllowedScans = { flow_run: 'every run counts' }

const statistics: [string, (db: Reading) => Promise<unknown>, AllowedScans?][] = [
  ['statistics', (db) => flowStatistics.readFlowStatistics(db, {}), onePass],
  ['durations', (db) => flowStatistics.readFlowDurations(db, {}), onePass],
  ['histories', (db) => flowStatistics.readFlowHistories(db, { days: 30, minutesEast: 0 })],
  ['relations', (db) => flowStatistics.readFlowRelations(db, {})],
]

test.each(statistics)(
  'of all flows, %s are scanned for where a reason is given',
  async (...asked) => {
    const [, run, allow] = asked
    await expect(assertNoScan({ path: file.path, run, allow })).resolves.toBeUndefined()
  },
)
