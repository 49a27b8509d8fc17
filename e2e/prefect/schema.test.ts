import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-shared/contract/operation.ts'
import { headRevision, headSchema } from '../../src-main/database/head-schema.ts'
import { migrate, preparePrefect } from '../../tools/prefect/environment.ts'
import { startSluice } from '../fixtures/sluice-server.ts'
import type { OperationAt } from '../fixtures/sluice-server.ts'
import { structureOf } from './structure.ts'

const flowId = '0d1f0c6e-5b7c-4a0f-9d55-1c39a7b0c001'

/** Older revisions, oldest first, and what Sluice makes of each. */
const older = [
  { revision: '4ad4658cbefe', prefect: '3.0.3', access: 'read_only', live: 'v1', labels: false },
  { revision: '5952a5498b51', prefect: '3.1.5', access: 'read_write', live: 'v1', labels: true },
  { revision: '8bb517bae6f9', prefect: '3.4.7', access: 'read_write', live: 'v1', labels: true },
  { revision: '9e83011d1f2a', prefect: '3.4.19', access: 'read_write', live: 'v2', labels: true },
  { revision: '14806cb26270', prefect: '3.8.0', access: 'read_write', live: 'v2', labels: true },
] as const

/** One question for each filter object, and for the columns that came and went. */
const questions: InputOf<OperationAt<'flows.countFlows'>>[] = [
  {},
  { flows: { tags: { all_: ['old'] } } },
  { flow_runs: {}, task_runs: {} },
  { flow_runs: { state: { type: { any_: ['FAILED'] } }, created_by: { is_null_: true } } },
  { deployments: { paused: { eq_: false }, tags: { is_null_: false } } },
  { work_pools: { type: { any_: ['process'] } } },
]

let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-schema-'))
  const prefect = await preparePrefect()
  await migrate(prefect, home, [...older.map(({ revision }) => revision), 'head'])
})

afterAll(async () => {
  await rm(home, { recursive: true })
})

test('the schema behind the demo and the tests is the one Prefect migrates to', () => {
  const ours = new Sqlite(':memory:')
  for (const statement of headSchema) ours.exec(statement)
  const theirs = new Sqlite(join(home, 'head.db'), { readonly: true })
  try {
    const expected = structureOf(theirs)
    expect(Object.keys(expected).length).toBeGreaterThan(35)
    expect(structureOf(ours)).toEqual(expected)
    expect(theirs.prepare('SELECT version_num FROM alembic_version').pluck().all()).toEqual([
      headRevision,
    ])
  } finally {
    theirs.close()
    ours.close()
  }
})

test('a file at the head is open for reading and writing', async () => {
  const sluice = await startSluice({ database: join(home, 'head.db') })
  try {
    const session = await sluice.call('app.session', {})
    expect(session).toMatchObject({ access: 'read_write', reason: null, error: null })
    expect(session.schema).toMatchObject({
      revision: headRevision,
      known: true,
      prefect: '3.9.1',
      liveTagLimits: 'v2',
    })
  } finally {
    await sluice.stop()
  }
})

describe.each(older)('a file that Prefect $prefect left at $revision', (file) => {
  const path = () => join(home, `${file.revision}.db`)

  test('is judged by its revision', async () => {
    const sluice = await startSluice({ database: path() })
    try {
      const session = await sluice.call('app.session', {})
      expect(session).toMatchObject({ path: path(), access: file.access, error: null })
      expect(session.schema).toMatchObject({
        revision: file.revision,
        known: true,
        prefect: file.prefect,
        liveTagLimits: file.live,
        hasLabels: file.labels,
      })
      // Old limits that are live, and writing that is not allowed, are said in a sentence.
      if (file.live === 'v2') expect(session.reason).toBeNull()
      else expect(session.reason).toMatch(/^[A-Z].{20,}/)
    } finally {
      await sluice.stop()
    }
  })

  test('answers every read', async () => {
    addFlow(path())
    const sluice = await startSluice({ database: path() })
    try {
      for (const question of questions) {
        const rows = await sluice.call('flows.readFlows', { ...question, sort: 'UPDATED_DESC' })
        expect(await sluice.call('flows.countFlows', question)).toBe(rows.length)
      }
      const flow = await sluice.call('flows.readFlow', { flow_id: flowId })
      expect(flow).toMatchObject({ name: 'old flow', tags: ['old'], labels: null })
      expect(await sluice.call('flows.readFlowLabels', { flow_id: flowId })).toBeNull()
      expect(await sluice.call('concurrencyLimits.readConcurrencyLimits', {})).toEqual([])
      expect(await sluice.call('concurrencyLimitsV2.readAllConcurrencyLimits', {})).toEqual([])
    } finally {
      await sluice.stop()
    }
  })

  test(file.access === 'read_only' ? 'takes no write' : 'takes every write', async () => {
    const before = await digest(path())
    const sluice = await startSluice({ database: path() })
    try {
      const replies = [
        await sluice.ask('flows.createFlow', { name: 'new', tags: ['a'] }),
        await sluice.ask('flows.updateFlow', { flow_id: flowId, flow: { tags: [] } }),
        await sluice.ask('concurrencyLimits.createConcurrencyLimit', limit('v1')),
        await sluice.ask('concurrencyLimitsV2.createConcurrencyLimit', limit('v2')),
        await sluice.ask('flows.deleteFlow', { flow_id: flowId }),
      ]
      const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))
      const expected = file.access === 'read_only' ? 'read_only' : 'ok'
      expect(codes).toEqual(replies.map(() => expected))
    } finally {
      await sluice.stop()
    }
    if (file.access === 'read_only') expect(await digest(path())).toBe(before)
  })
})

function limit(version: 'v1' | 'v2'): object {
  return version === 'v1' ? { tag: 'gpu', concurrency_limit: 2 } : { name: 'tag:gpu', limit: 2 }
}

function addFlow(path: string): void {
  const database = new Sqlite(path)
  database
    .prepare(`INSERT OR IGNORE INTO flow (id, name, tags) VALUES (?, 'old flow', '["old"]')`)
    .run(flowId)
  database.close()
}

async function digest(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}
