import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDemo } from '../../src-main/demo/demo-parts.ts'
import { demoSink } from '../../src-main/testing/demo-sink.ts'
import { preparePrefect } from '../../tools/prefect/environment.ts'
import { startPrefectServer } from '../../tools/prefect/server.ts'
import type { PrefectServer } from '../../tools/prefect/server.ts'

const page = 200
let home: string
let server: PrefectServer
let demo: Sqlite.Database

beforeAll(async () => {
  const prefect = await preparePrefect()
  home = await mkdtemp(join(tmpdir(), 'sluice-demo-'))
  const file = join(home, 'prefect.db')
  const written = new Sqlite(file)
  writeDemo({ sink: demoSink(written), seed: 1, now: new Date().toISOString() })
  written.close()
  demo = new Sqlite(file, { readonly: true })
  // Without its services, as the scheduler adds runs and others mark them.
  server = await startPrefectServer(prefect, { home, services: false })
})

afterAll(async () => {
  demo.close()
  await server.stop()
  await rm(home, { recursive: true })
})

function count(sql: string): number {
  return Number(demo.prepare(`SELECT count(*) FROM ${sql}`).pluck().get())
}

async function ask(path: string, body?: unknown): Promise<unknown> {
  const answer = await server.request(body === undefined ? 'GET' : 'POST', path, body)
  expect([path, answer.status, answer.status === 200 ? '' : answer.body]).toEqual([path, 200, ''])
  return answer.body
}

interface Found {
  readonly id: string
}

/** Everything that a list endpoint gives, page by page. */
async function all<T extends Found>(path: string, body: object = {}): Promise<T[]> {
  const found: T[] = []
  for (;;) {
    const rows = (await ask(path, { ...body, limit: page, offset: found.length })) as T[]
    found.push(...rows)
    if (rows.length < page) return found
  }
}

test.each([
  { path: '/flows/filter', table: 'flow' },
  { path: '/flow_runs/filter', table: 'flow_run' },
  { path: '/deployments/filter', table: 'deployment' },
  { path: '/work_pools/filter', table: 'work_pool' },
  { path: '/work_queues/filter', table: 'work_queue' },
  { path: '/artifacts/filter', table: 'artifact WHERE type IS NOT NULL' },
  { path: '/artifacts/latest/filter', table: 'artifact_collection' },
  { path: '/v2/concurrency_limits/filter', table: 'concurrency_limit_v2' },
  { path: '/logs/filter', table: 'log' },
])('Prefect reads each row of $table', async ({ path, table }) => {
  const found = await all(path)
  expect(new Set(found.map(({ id }) => id)).size).toBe(count(table))
})

test('Prefect reads the task runs', async () => {
  expect(await ask('/task_runs/count', {})).toBe(count('task_run'))
  const recent = await all('/task_runs/filter', {
    flow_runs: { state: { type: { any_: ['FAILED'] } } },
  })
  expect(recent).toHaveLength(
    count("task_run t JOIN flow_run r ON r.id = t.flow_run_id WHERE r.state_type = 'FAILED'"),
  )
})

test('Prefect reads all states of runs', async () => {
  for (const kind of ['flow_run', 'task_run']) {
    const ids = demo
      .prepare(
        `SELECT id FROM ${kind} r WHERE NOT EXISTS
           (SELECT 1 FROM ${kind} o WHERE o.state_name = r.state_name AND o.rowid > r.rowid)`,
      )
      .pluck()
      .all()
    expect(ids.length).toBeGreaterThan(6)
    for (const id of ids) {
      const states = (await ask(`/${kind}_states/?${kind}_id=${String(id)}`)) as Found[]
      expect(states).toHaveLength(count(`${kind}_state WHERE ${kind}_id = '${String(id)}'`))
    }
  }
})

test('Prefect reads the old view of tag limits, of both tables', async () => {
  const limits = (await ask('/concurrency_limits/filter', { limit: page })) as {
    readonly tag: string
    readonly active_slots: readonly string[]
  }[]
  const tags = limits.map(({ tag }) => tag).toSorted()
  expect(tags).toEqual(['browser', 'database', 'ftp', 'gpu', 'legacy-ftp', 'spark'])
  expect(limits.find(({ tag }) => tag === 'legacy-ftp')?.active_slots).toHaveLength(2)
  // Leases live in the memory of a server that is gone: this is what Prefect shows of 2 of 2.
  expect(limits.find(({ tag }) => tag === 'gpu')?.active_slots).toEqual([])
  expect(await ask('/v2/concurrency_limits/tag:gpu')).toMatchObject({ limit: 2, active_slots: 2 })
})

test('Prefect reads the events, page by page', async () => {
  interface Page {
    readonly events: readonly Found[]
    readonly total: number
    readonly next_page: string | null
  }
  const first = (await ask('/events/filter', { limit: 50 })) as Page
  expect(first.total).toBe(count('events'))
  let found = first.events.length
  for (let next = first.next_page; next !== null;) {
    const more = (await ask(next.slice(next.indexOf('/events/')))) as Page
    found += more.events.length
    next = more.next_page
  }
  expect(found).toBe(first.total)
})

test('Prefect has nothing to migrate, and the file stays whole', () => {
  expect(count('flow_run')).toBe(5000)
  expect(demo.pragma('foreign_key_check')).toEqual([])
  expect(demo.pragma('integrity_check', { simple: true })).toBe('ok')
})
