import { afterEach, beforeEach, expect, test } from 'vitest'
import { openConnection, type Connection } from '../database/connection.ts'
import { reading } from '../database/model.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { flowStatistics } from './flow-statistics.ts'

let file: DatabaseFile
let connection: Connection

beforeEach(() => {
  file = buildDatabase()
  connection = openConnection({ path: file.path, mode: 'reader' })
})

afterEach(() => {
  connection.close()
  file.remove()
})

async function statisticsOf(flowId: string) {
  const all = await flowStatistics.readFlowStatistics(reading(connection.db), {})
  return all.find((one) => one.flowId === flowId)
}

test('a flow without runs and deployments is left out', async () => {
  const flow = file.add.flow()
  expect(await statisticsOf(flow.id)).toBeUndefined()
})

test('counts runs by state, those without a state under the empty text', async () => {
  const flow = file.add.flow()
  for (const state_type of ['FAILED', 'FAILED', 'COMPLETED', null] as const) {
    file.add.flowRun({ flow_id: flow.id, state_type })
  }
  file.add.flowRun({ flow_id: file.add.flow().id, state_type: 'FAILED' })
  expect((await statisticsOf(flow.id))?.runs).toEqual({ FAILED: 2, COMPLETED: 1, '': 1 })
})

test('the last run is the one that started last, whatever its state', async () => {
  const flow = file.add.flow()
  const started = (name: string, state_type: 'FAILED' | 'COMPLETED', start_time: string) =>
    file.add.flowRun({ flow_id: flow.id, name, state_type, start_time })
  started('second', 'COMPLETED', '2026-11-02 00:00:00.000000')
  started('third', 'FAILED', '2026-11-03 00:00:00.000000')
  started('first', 'FAILED', '2026-11-01 00:00:00.000000')
  expect((await statisticsOf(flow.id))?.lastRun).toMatchObject({
    name: 'third',
    stateType: 'FAILED',
    time: '2026-11-03T00:00:00.000000Z',
  })
})

test('the next run is the scheduled one that comes first', async () => {
  const flow = file.add.flow()
  const scheduled = (name: string, time: string) =>
    file.add.flowRun({
      flow_id: flow.id,
      name,
      state_type: 'SCHEDULED',
      start_time: null,
      next_scheduled_start_time: time,
    })
  scheduled('later', '2026-12-02 00:00:00.000000')
  scheduled('soon', '2026-12-01 00:00:00.000000')
  const statistics = await statisticsOf(flow.id)
  expect(statistics?.nextRun).toMatchObject({ name: 'soon', time: '2026-12-01T00:00:00.000000Z' })
  expect(statistics?.lastRun).toBeNull()
})

test('counts deployments, of a flow without runs too', async () => {
  const flow = file.add.flow()
  file.add.deployment({ flow_id: flow.id, name: 'a' })
  file.add.deployment({ flow_id: flow.id, name: 'b' })
  expect(await statisticsOf(flow.id)).toMatchObject({ deployments: 2, runs: {}, nextRun: null })
})

test('a run whose times no Prefect would write counts, and is neither last nor next', async () => {
  const flow = file.add.flow()
  const add = (name: string) =>
    file.add.flowRun({ flow_id: flow.id, name, state_type: 'SCHEDULED' })
  const [odd, plain] = [add('odd'), add('plain')]
  const set = 'UPDATE flow_run SET start_time = ?, next_scheduled_start_time = ? WHERE id = ?'
  file.run(set, 'soon', '', odd.id)
  file.run(set, '2026-11-01 00:00:00.000000', '2026-12-01 00:00:00.000000', plain.id)
  expect(await statisticsOf(flow.id)).toMatchObject({
    runs: { SCHEDULED: 2 },
    lastRun: { name: 'plain' },
    nextRun: { name: 'plain' },
  })
  file.run(set, 'soon', '2026-13-99 25:00:00', plain.id)
  expect(await statisticsOf(flow.id)).toMatchObject({ lastRun: null, nextRun: null })
})
