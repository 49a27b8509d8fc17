import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { ErrorCode } from '../../src-shared/errors/app-error.ts'
import { backendBed, type BackendBed } from '../testing/backend-bed.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { fileDigest } from '../testing/file-digest.ts'

let bed: BackendBed
let file: DatabaseFile

beforeAll(() => void (bed = backendBed(inject('workerFile'))))
afterAll(() => bed.close())

beforeEach(() => {
  file = buildDatabase()
  file.add.flow({ name: 'first', labels: { team: 'a' } })
})

afterEach(async () => {
  bed.backend.close()
  await bed.processes.ended()
  file.remove()
})

const write = ['flows.createFlow', { name: 'written' }] as const
const read = ['flows.readFlows', {}] as const

/** Opens a file that cannot be opened, and says what the screen and every operation are told. */
async function refused(path: string): Promise<{ code: ErrorCode | undefined; message: string }> {
  const state = await bed.open(path)
  expect(state).toMatchObject({ path, access: 'closed', schema: null, reason: null })
  for (const [operation, input] of [read, write]) {
    expect(await bed.ask(operation, input)).toEqual({ ok: false, error: state.error })
  }
  return { code: state.error?.code, message: state.error?.message ?? '' }
}

function otherDatabase(...statements: string[]): string {
  const path = join(file.folder, 'other.db')
  const other = new BetterSqlite3(path)
  for (const statement of statements) other.exec(statement)
  other.close()
  return path
}

function setRevision(revision: string): void {
  file.run('UPDATE alembic_version SET version_num = ?', revision)
}

async function unchanged<T>(path: string, run: () => Promise<T>): Promise<T> {
  file.bytes()
  const before = fileDigest(path)
  const value = await run()
  bed.backend.close()
  await bed.processes.ended()
  expect(fileDigest(path)).toBe(before)
  return value
}

describe('what is no database', () => {
  test('because it is missing is not made', async () => {
    const path = join(file.folder, 'missing.db')
    expect((await refused(path)).code).toBe('database_unavailable')
    expect(existsSync(path)).toBe(false)
  })

  test('because it is a folder is left as it is', async () => {
    const path = join(file.folder, 'folder.db')
    mkdirSync(path)
    expect((await refused(path)).code).toBe('database_unavailable')
    expect(readdirSync(path)).toEqual([])
  })

  test.each([
    ['empty', ''],
    ['a text', 'name: prefect\n'.repeat(200)],
    ['a text shorter than a header', 'short'],
    ['zeros', Buffer.alloc(8192)],
    ['a header alone', 'SQLite format 3\0'],
  ])('because it is %s is left as it is', async (_kind, content) => {
    const path = join(file.folder, 'other.db')
    writeFileSync(path, content)
    const { code } = await unchanged(path, () => refused(path))
    expect(code).toBe('database_unavailable')
    expect(readdirSync(file.folder).filter((name) => name.startsWith('other.db-'))).toEqual([])
  })

  test.each([0.5, 0.95])('because it is cut short is left as it is: to %d of it', async (part) => {
    file.bytes()
    truncateSync(file.path, Math.floor(readFileSync(file.path).length * part))
    const digest = fileDigest(file.path)
    expect((await refused(file.path)).code).toBe('database_unavailable')
    expect(fileDigest(file.path)).toBe(digest)
  })
})

describe('a database that is not Prefect’s', () => {
  test.each([
    ['without a table', ['VACUUM']],
    ['of another program', ['CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)']],
    ['with a table of the same name', ['CREATE TABLE flow (id TEXT, name TEXT)']],
    [
      'of another program with alembic',
      [
        'CREATE TABLE alembic_version (version_num TEXT)',
        "INSERT INTO alembic_version VALUES ('0123456789ab')",
        'CREATE TABLE dag_run (id INTEGER)',
      ],
    ],
    ['that was begun', ['CREATE TABLE alembic_version (version_num TEXT)']],
    [
      'that claims a revision of Prefect’s',
      [
        'CREATE TABLE alembic_version (version_num TEXT)',
        "INSERT INTO alembic_version VALUES ('27d8f4e1a6c9')",
      ],
    ],
  ])('is not opened: %s', async (_kind, statements) => {
    const path = otherDatabase(...statements)
    const { code } = await unchanged(path, () => refused(path))
    expect(code).toBe('schema_unsupported')
  })
})

describe('a schema that is newer than those known', () => {
  beforeEach(() => file.run("UPDATE alembic_version SET version_num = 'ffffffffffff'"))

  test('with every column in place is only read, with a sentence why', async () => {
    await unchanged(file.path, async () => {
      const state = await bed.open(file.path)
      const reason =
        'Sluice does not know schema revision ffffffffffff yet, so it is open for reading only'
      expect(state).toMatchObject({
        access: 'read_only',
        reason,
        error: null,
        schema: { revision: 'ffffffffffff', known: false, prefect: null, hasLabels: true },
      })
      expect(await bed.value(...read)).toMatchObject([{ name: 'first', labels: { team: 'a' } }])
      const refusal = { code: 'read_only', message: reason }
      expect(await bed.ask(...write)).toEqual({ ok: false, error: refusal })
    })
  })

  test.each([
    'ALTER TABLE flow_run RENAME COLUMN state_name TO state_title',
    'ALTER TABLE flow RENAME TO workflow',
    'ALTER TABLE concurrency_limit_v2 RENAME COLUMN denied_slots TO denied',
  ])('with a column elsewhere is not opened: %s', async (statement) => {
    file.run(statement)
    const { code, message } = await unchanged(file.path, () => refused(file.path))
    expect(code).toBe('schema_unsupported')
    expect(message).toMatch(/ffffffffffff, and (flow_run|flow|concurrency_limit_v2)\.\w+ is not/)
  })
})

describe('a schema that is older than the newest', () => {
  const withoutLabels = ['flow', 'flow_run', 'deployment'].map(
    (table) => `ALTER TABLE ${table} DROP COLUMN labels`,
  )

  test.each([
    ['4ad4658cbefe', '3.0.3'],
    ['f93e1439f022', '3.0.0'],
    ['bacc60edce16', '2.x'],
  ])('and has no labels is only read, with a sentence why: %s', async (revision, prefect) => {
    for (const statement of withoutLabels) file.run(statement)
    setRevision(revision)
    await unchanged(file.path, async () => {
      const state = await bed.open(file.path)
      expect(state).toMatchObject({
        access: 'read_only',
        schema: { revision, known: true, prefect, liveTagLimits: 'v1', hasLabels: false },
      })
      expect(state.reason).toContain('older than 3.1.5')
      const [flow] = (await bed.value(...read)) as { id: string }[]
      expect(flow).toMatchObject({ name: 'first', labels: null })
      expect(await bed.value('flows.readFlowLabels', { flow_id: flow?.id })).toBe(null)
      expect(await bed.value('flows.countFlows', { flows: { name: { like_: 'first' } } })).toBe(1)
      expect(await bed.code(...write)).toBe('read_only')
    })
  })

  test.each([
    ['5952a5498b51', '3.1.5', 'v1'],
    ['8bb517bae6f9', '3.4.7', 'v1'],
    ['9e83011d1f2a', '3.4.19', 'v2'],
    ['14806cb26270', '3.8.0', 'v2'],
    ['27d8f4e1a6c9', '3.9.1', 'v2'],
  ])('is written, and says which limits are live: %s', async (revision, prefect, live) => {
    setRevision(revision)
    const state = await bed.open(file.path)
    expect(state).toMatchObject({
      access: 'read_write',
      schema: { revision, known: true, prefect, liveTagLimits: live, hasLabels: true },
    })
    if (live === 'v1') expect(state.reason).toContain('those of the V1 table')
    else expect(state.reason).toBe(null)
    expect(await bed.code(...write)).toBe(null)
    expect(file.rows('flow').map(({ name }) => name)).toEqual(['first', 'written'])
  })
})
