import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { headRevision } from '../database/head-schema.ts'
import { buildDatabase, type DatabaseFile } from './build-database.ts'
import { testId } from './row-writer.ts'

let file: DatabaseFile

beforeEach(() => {
  file = buildDatabase()
})

afterEach(() => file.remove())

function value(statement: string): unknown {
  const database = new BetterSqlite3(file.path, { readonly: true })
  const found = database.prepare(statement).pluck().get()
  database.close()
  return found
}

describe('the file', () => {
  test('is at the newest revision and in WAL mode', () => {
    file.add.flow()
    expect(value('SELECT version_num FROM alembic_version')).toBe(headRevision)
    expect(value('PRAGMA journal_mode')).toBe('wal')
    expect(value('PRAGMA integrity_check')).toBe('ok')
  })

  test('says another revision where one is given', () => {
    file.remove()
    file = buildDatabase({ revision: '5952a5498b51' })
    expect(value('SELECT version_num FROM alembic_version')).toBe('5952a5498b51')
  })

  test('has the same bytes until something is written', () => {
    file.add.flow()
    const before = file.bytes()
    expect(value('SELECT count(*) FROM flow')).toBe(1)
    expect(file.bytes()).toBe(before)
    file.add.flow()
    expect(file.bytes()).not.toBe(before)
  })

  test('takes rows that refer to nothing only where foreign keys are off', () => {
    const orphan = { flow_id: testId('flow', 9) }
    expect(() => file.add.deployment(orphan)).toThrow('FOREIGN KEY')
    file.remove()
    file = buildDatabase({ foreignKeys: false })
    file.add.deployment(orphan)
    expect(file.rows('deployment')).toHaveLength(1)
  })
})

describe('the builders', () => {
  test('give rows back as they are stored', () => {
    const flow = file.add.flow({ tags: ['über', '"'], labels: null })
    const pool = file.add.workPool()
    const queue = file.add.workQueue({ work_pool_id: pool.id })
    const deployment = file.add.deployment({ flow_id: flow.id, work_queue_id: queue.id })
    const run = file.add.flowRun({ flow_id: flow.id, deployment_id: deployment.id })
    const task = file.add.taskRun({ flow_run_id: run.id, state_type: 'RUNNING' })
    file.add.deploymentSchedule({ deployment_id: deployment.id })
    const event = file.add.event({
      related: [
        { 'prefect.resource.id': `prefect.flow.${flow.id}`, 'prefect.resource.role': 'flow' },
      ],
    })
    expect(flow.tags).toBe(String.raw`["\u00fcber", "\""]`)
    expect(file.rows('flow')).toEqual([flow])
    expect(file.rows('work_pool')).toEqual([pool])
    expect(file.rows('work_queue').map((row) => row.name)).toEqual(['default', queue.name])
    expect(file.rows('deployment')).toEqual([deployment])
    expect(file.rows('flow_run')).toEqual([run])
    expect(file.rows('task_run')).toEqual([task])
    expect(file.rows('events')).toEqual([event])
    expect(file.rows('event_resources').map((row) => row.resource_role)).toEqual(['', 'flow'])
    for (const limit of [file.add.concurrencyLimit(), file.add.concurrencyLimitV2()])
      expect(limit).toMatchObject({ id: expect.any(String) as string })
    expect(file.add.log({ flow_run_id: run.id })).toEqual(file.rows('log')[0])
    expect(file.add.artifact({ flow_run_id: run.id })).toEqual(file.rows('artifact')[0])
  })

  test('give ids and times that follow from the order of the calls', () => {
    const again = buildDatabase()
    try {
      expect(again.add.flow()).toEqual(file.add.flow())
      expect(again.add.flow().id).toBe(testId('flow', 2))
    } finally {
      again.remove()
    }
  })

  test('keep a run and its state row together', () => {
    const flow = file.add.flow()
    const run = file.add.flowRun({ flow_id: flow.id, state_type: 'FAILED', state_name: 'TimedOut' })
    const [state] = file.rows('flow_run_state')
    expect(state).toMatchObject({
      id: run.state_id,
      flow_run_id: run.id,
      type: 'FAILED',
      name: 'TimedOut',
      timestamp: run.state_timestamp,
    })
    expect(run.end_time).toBe(run.state_timestamp)
    expect(run.total_run_time).toBe('1970-01-01 00:00:10.000000')
    expect(run.updated > (run.end_time ?? '')).toBe(true)
  })

  test('schedule a run for a moment, and let a run be without a state', () => {
    const { id } = file.add.flow()
    const moment = '2026-11-20 11:19:26.251138'
    const scheduled = file.add.flowRun({
      flow_id: id,
      state_type: 'SCHEDULED',
      expected_start_time: moment,
    })
    expect(scheduled).toMatchObject({ next_scheduled_start_time: moment, start_time: null })
    const stateless = file.add.flowRun({ flow_id: id, state_type: null })
    expect(stateless).toMatchObject({ state_id: null, state_name: null, start_time: null })
    expect(file.rows('flow_run_state')).toHaveLength(1)
    expect(file.rows('flow_run_state')[0]?.state_details).toContain('2026-11-20T11:19:26.251138Z')
  })
})
