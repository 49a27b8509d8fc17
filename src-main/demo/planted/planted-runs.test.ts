import { afterAll, describe, expect, test } from 'vitest'
import { demoDatabase } from '../../testing/demo-database.ts'

const database = demoDatabase()

afterAll(() => database.close())

interface Holder {
  readonly task: string
  readonly state: string
  readonly flow_run: string
  readonly run_state: string
  /** Minutes since the last heartbeat. */
  readonly silent: number | null
  readonly released: number
}

interface Limit {
  readonly id: string
  readonly limit: number
  readonly active_slots: number
  readonly slot_decay_per_second: number
  readonly updated: string
}

const silent = `(julianday('2026-11-20 15:42:00') - julianday((SELECT max(beat.occurred)
  FROM event_resources h JOIN events beat ON beat.id = h.event_id
  WHERE h.resource_id = 'prefect.flow-run.' || run.id
  AND beat.event = 'prefect.flow-run.heartbeat'))) * 1440`

function limitOf(name: string): Limit {
  const limit = database
    .prepare<[string], Limit>('SELECT * FROM concurrency_limit_v2 WHERE name = ?')
    .get(name)
  if (limit === undefined) throw new Error(`no limit ${name}`)
  return limit
}

/** The newest acquisitions of a limit, as the events tell of them. */
function acquisitions(name: string): Holder[] {
  return database
    .prepare<[string], Holder>(
      `WITH acquired AS MATERIALIZED (
         SELECT id, occurred FROM events WHERE event = 'prefect.concurrency-limit.acquired'
         AND resource_id = 'prefect.concurrency-limit.' || ?
       ), given_back AS MATERIALIZED (
         SELECT follows FROM events WHERE event = 'prefect.concurrency-limit.released'
       )
       SELECT t.name AS task, t.state_type AS state, run.id AS flow_run, run.state_type AS run_state,
         ${silent} AS silent, e.id IN (SELECT follows FROM given_back) AS released
       FROM acquired e JOIN event_resources h ON h.event_id = e.id AND +h.resource_role = 'task-run'
       JOIN task_run t ON t.id = substr(h.resource_id, length('prefect.task-run.') + 1)
       JOIN flow_run run ON run.id = t.flow_run_id ORDER BY e.occurred DESC`,
    )
    .all(limitOf(name).id)
}

/** Task runs with this tag that wait in PENDING. */
function waiting(tag: string): Holder[] {
  return database
    .prepare<[string], Holder>(
      `SELECT t.name AS task, t.state_name AS state, run.id AS flow_run,
         run.state_type AS run_state, ${silent} AS silent, 0 AS released
       FROM task_run t JOIN flow_run run ON run.id = t.flow_run_id
       WHERE t.state_type = 'PENDING' AND EXISTS (SELECT 1 FROM json_each(t.tags) WHERE value = ?)`,
    )
    .all(tag)
}

test('tag:gpu has leaked by a restart: 2 of 2, all given back, and runs wait', () => {
  expect(limitOf('tag:gpu')).toMatchObject({ limit: 2, active_slots: 2 })
  const taken = acquisitions('tag:gpu')
  expect(taken.length).toBeGreaterThan(4)
  expect(taken.filter(({ released }) => released === 0)).toEqual([])
  const [one, other] = taken
  expect(one?.flow_run).toBe(other?.flow_run)
  for (const holder of [one, other]) {
    expect(holder).toMatchObject({ state: 'COMPLETED', run_state: 'COMPLETED' })
  }
  const waiters = waiting('gpu')
  expect(waiters.length).toBeGreaterThan(2)
  for (const { run_state, silent: minutes } of waiters) {
    expect(run_state).toBe('RUNNING')
    expect(minutes).toBeLessThan(3.5)
  }
})

test('tag:spark is full of zombies: open, RUNNING for hours, without a sign of life', () => {
  expect(limitOf('tag:spark')).toMatchObject({ limit: 3, active_slots: 3 })
  const open = acquisitions('tag:spark').filter(({ released }) => released === 0)
  expect(open).toHaveLength(3)
  for (const holder of open) {
    expect(holder).toMatchObject({ state: 'RUNNING', run_state: 'RUNNING' })
    expect(holder.silent).toBeGreaterThan(4 * 60)
  }
  expect(waiting('spark').length).toBeGreaterThan(0)
})

test('tag:database is half true: 3 of 4, one held by a run that lives', () => {
  expect(limitOf('tag:database')).toMatchObject({ limit: 4, active_slots: 3 })
  const open = acquisitions('tag:database').filter(({ released }) => released === 0)
  expect(open).toHaveLength(1)
  expect(open[0]).toMatchObject({ state: 'RUNNING', run_state: 'RUNNING' })
  expect(open[0]?.silent).toBeLessThan(3.5)
})

test('tag:browser and reporting-db are healthy: what is open is held by runs that live', () => {
  for (const [name, slots] of [
    ['tag:browser', 2],
    ['reporting-db', 1],
  ] as const) {
    const open = acquisitions(name).filter(({ released }) => released === 0)
    expect(open).toHaveLength(slots)
    expect(limitOf(name).active_slots).toBe(slots)
    for (const { silent: minutes } of open) expect(minutes).toBeLessThan(3.5)
  }
})

test('crm-api is a rate limit: taken, never given back, and it decays', () => {
  const limit = limitOf('crm-api')
  expect(limit.slot_decay_per_second).toBe(0.05)
  expect(limit.active_slots).toBeGreaterThan(300)
  expect(limit.updated > '2026-11-20 15:30').toBe(true)
  const taken = acquisitions('crm-api')
  expect(taken.length).toBeGreaterThan(50)
  expect(taken.filter(({ released }) => released === 1)).toEqual([])
})

test('one row of the old table has two slots, of task runs that have ended', () => {
  const rows = database
    .prepare(
      `SELECT l.tag, l.concurrency_limit, t.state_type FROM concurrency_limit l,
       json_each(l.active_slots) s JOIN task_run t ON t.id = s.value`,
    )
    .raw()
    .all()
  expect(rows).toEqual([
    ['legacy-ftp', 3, 'COMPLETED'],
    ['legacy-ftp', 3, 'CRASHED'],
  ])
})

describe('the deployment that waits', () => {
  const runs = database
    .prepare<[], { id: string; state_type: string; state_name: string; silent: number | null }>(
      `SELECT run.id, run.state_type, run.state_name, ${silent} AS silent FROM flow_run run
       JOIN deployment d ON d.id = run.deployment_id
       JOIN concurrency_limit_v2 l ON l.id = d.concurrency_limit_id AND l.active_slots > 0
       WHERE l.name = 'deployment:' || d.id AND run.state_type != 'COMPLETED'`,
    )
    .all()

  test('its slot is held by a run that is dead', () => {
    const [dead, ...others] = runs.filter(({ state_type }) => state_type === 'RUNNING')
    expect(others).toEqual([])
    expect(dead?.silent).toBeGreaterThan(19 * 60)
    const lease = database
      .prepare(
        `SELECT json_extract(state_details, '$.deployment_concurrency_lease_id')
         FROM flow_run_state s JOIN flow_run r ON r.state_id = s.id WHERE r.id = ?`,
      )
      .pluck()
      .get(dead?.id)
    expect(lease).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('the next run has been told to wait, again and again', () => {
    const waiters = runs.filter(({ state_name }) => state_name === 'AwaitingConcurrencySlot')
    expect(waiters).toHaveLength(1)
    const states = database
      .prepare<[string | undefined], { name: string; timestamp: string; scheduled: string }>(
        `SELECT name, timestamp, json_extract(state_details, '$.scheduled_time') AS scheduled
         FROM flow_run_state WHERE flow_run_id = ? ORDER BY timestamp`,
      )
      .all(waiters[0]?.id)
    expect(states.length).toBeGreaterThan(100)
    expect(states[0]?.name).toBe('Scheduled')
    for (const { name } of states.slice(1)) expect(name).toBe('AwaitingConcurrencySlot')
  })
})
