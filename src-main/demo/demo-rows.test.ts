import { afterAll, describe, expect, test } from 'vitest'
import { headRevision } from '../database/head-schema.ts'
import { demoDatabase } from '../testing/demo-database.ts'

const database = demoDatabase()
const now = '2026-11-20 15:42:00.000000'

afterAll(() => database.close())

function count(sql: string): unknown {
  return database.prepare(`SELECT count(*) FROM ${sql}`).pluck().get()
}

function column(sql: string): unknown[] {
  return database.prepare(sql).pluck().all()
}

interface Column {
  readonly tbl: string
  readonly name: string
  readonly type: string
  readonly notnull: number
}

const columns = database
  .prepare<[], Column>(
    `SELECT m.name AS tbl, c.name, c.type, c."notnull" FROM sqlite_master m, pragma_table_info(m.name) c
     WHERE m.type = 'table' AND m.name != 'alembic_version'`,
  )
  .all()

test('the file is whole', () => {
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  expect(column('SELECT version_num FROM alembic_version')).toEqual([headRevision])
})

test('times have 26 characters, and only what is scheduled lies ahead', () => {
  const times = columns.filter(({ type }) => type === 'DATETIME')
  expect(times.length).toBeGreaterThan(80)
  const form = "'____-__-__ __:__:__.______'"
  for (const { tbl, name } of times) {
    expect(count(`"${tbl}" WHERE typeof("${name}") != 'text' AND "${name}" IS NOT NULL`)).toBe(0)
    expect(count(`"${tbl}" WHERE "${name}" NOT LIKE ${form}`)).toBe(0)
    const ahead = name === 'expected_start_time' || name === 'next_scheduled_start_time'
    if (!ahead)
      expect([tbl, name, count(`"${tbl}" WHERE "${name}" > '${now}'`)]).toEqual([tbl, name, 0])
  }
})

test('JSON is JSON, ids are lower case, booleans are 0 or 1', () => {
  for (const { tbl, name, type } of columns) {
    const value = `"${tbl}"."${name}"`
    const wrong =
      type === 'JSON'
        ? `json_valid(${value}) = 0 OR typeof(${value}) != 'text'`
        : type === 'CHAR(36)'
          ? `${value} NOT GLOB '????????-????-[47]???-[89ab]???-????????????' OR ${value} != lower(${value})`
          : type === 'BOOLEAN'
            ? `${value} NOT IN (0, 1)`
            : 'false'
    expect([tbl, name, count(`"${tbl}" WHERE ${value} IS NOT NULL AND (${wrong})`)]).toEqual([
      tbl,
      name,
      0,
    ])
  }
})

test('labels are of all kinds', () => {
  const kinds = `SELECT DISTINCT l.type FROM flow, json_each(flow.labels) l ORDER BY 1`
  expect(column(kinds)).toEqual(['false', 'integer', 'real', 'text', 'true'])
  expect(count('flow WHERE labels IS NULL')).toBe(2)
  expect(count("flow WHERE labels = '{}'")).toBeGreaterThan(2)
  expect(count("flow WHERE tags = '[]'")).toBe(1)
})

describe.each([
  { run: 'flow_run', state: 'flow_run_state' },
  { run: 'task_run', state: 'task_run_state' },
])('$run', ({ run, state }) => {
  test('points at its newest state and repeats it', () => {
    const ofRun = `s.${run}_id = r.id`
    expect(count(`${run} r WHERE state_id IS NULL`)).toBe(0)
    expect(
      count(
        `${run} r JOIN ${state} s ON s.id = r.state_id WHERE ${ofRun} AND s.type = r.state_type
         AND s.name = r.state_name AND s.timestamp = r.state_timestamp
         AND s.timestamp = (SELECT max(timestamp) FROM ${state} s WHERE ${ofRun})`,
      ),
    ).toBe(count(run))
  })

  test('has the columns that follow from its states', () => {
    const first = (type: string) =>
      `(SELECT min(timestamp) FROM ${state} s WHERE s.${run}_id = r.id AND +type = '${type}')`
    const running = `(SELECT count(*) FROM ${state} s WHERE s.${run}_id = r.id AND +type = 'RUNNING')`
    const ended = "('COMPLETED', 'FAILED', 'CRASHED', 'CANCELLED')"
    expect(count(`${run} r WHERE run_count != ${running}`)).toBe(0)
    expect(count(`${run} r WHERE run_count > 0 AND start_time IS NOT ${first('RUNNING')}`)).toBe(0)
    expect(count(`${run} WHERE (state_type IN ${ended}) != (end_time IS NOT NULL)`)).toBe(0)
    expect(count(`${run} WHERE end_time != state_timestamp`)).toBe(0)
    expect(
      count(`${run} WHERE (state_type = 'SCHEDULED') != (next_scheduled_start_time IS NOT NULL)`),
    ).toBe(0)
    expect(count(`${run} WHERE expected_start_time IS NULL`)).toBe(0)
    expect(
      count(
        `${run} r WHERE run_count = 1 AND state_type = 'COMPLETED' AND abs(
           (julianday(end_time) - julianday(start_time)) * 86400.0
           - (julianday(total_run_time) - 2440587.5) * 86400.0) > 0.01
         AND state_name NOT IN ('RolledBack')`,
      ),
    ).toBe(0)
  })
})

test('subflows hang on a task run of their parent', () => {
  const subflows = `flow_run child JOIN task_run t ON t.id = child.parent_task_run_id
    JOIN flow_run parent ON parent.id = t.flow_run_id`
  expect(count(subflows)).toBeGreaterThan(80)
  expect(count(`${subflows} WHERE child.flow_id = parent.flow_id`)).toBe(0)
  expect(count(`${subflows} WHERE child.state_type != t.state_type`)).toBe(0)
})

test('runs that are to come, late ones, and what is paused', () => {
  const scheduled = "flow_run WHERE state_type = 'SCHEDULED' AND auto_scheduled = 1"
  expect(
    count(`${scheduled} AND state_name = 'Scheduled' AND next_scheduled_start_time > '${now}'`),
  ).toBeGreaterThan(50)
  expect(
    count(`${scheduled} AND state_name = 'Late' AND next_scheduled_start_time < '${now}'`),
  ).toBe(12)
  expect(count('deployment WHERE paused = 1')).toBe(1)
  expect(count("work_queue WHERE is_paused = 1 AND status = 'PAUSED'")).toBe(1)
  expect(count('work_queue WHERE concurrency_limit IS NOT NULL')).toBe(1)
  expect(
    count('work_pool p JOIN work_queue q ON q.id = p.default_queue_id AND q.work_pool_id = p.id'),
  ).toBe(4)
})

test('artifacts and their newest', () => {
  expect(count('artifact')).toBeGreaterThan(8)
  expect(
    count('artifact_collection c JOIN artifact a ON a.id = c.latest_id AND a.key = c.key'),
  ).toBe(2)
})

test('events have their resources, and flow runs without gaps have chains', () => {
  expect(count('events')).toBeGreaterThan(1_000)
  expect(
    count('event_resources r LEFT JOIN events e ON e.id = r.event_id WHERE e.id IS NULL'),
  ).toBe(0)
  expect(
    count(
      `events e WHERE json_array_length(related) + 1 !=
         (SELECT count(*) FROM event_resources r WHERE r.event_id = e.id)`,
    ),
  ).toBe(0)
  expect(count("events WHERE occurred < '2026-11-13 15:42:00'")).toBe(0)
  const states = "events e WHERE event LIKE 'prefect.flow-run.%' AND event NOT LIKE '%.heartbeat'"
  expect(count(`${states} AND NOT EXISTS (SELECT 1 FROM flow_run_state s WHERE s.id = e.id)`)).toBe(
    0,
  )
})
