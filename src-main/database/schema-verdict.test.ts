import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { openConnection } from './connection.ts'
import { headRevision as head } from './head-schema.ts'
import { revisions } from './revisions.ts'
import { judgeSchema, readRevision, type SchemaVerdict } from './schema-verdict.ts'

let file: DatabaseFile

beforeEach(() => {
  file = buildDatabase()
})

afterEach(() => file.remove())

function setRevision(revision: string): void {
  file.run('UPDATE alembic_version SET version_num = ?', revision)
}

/** Judges the file as it is opened: on a handle that can only read. */
async function judge(path = file.path): Promise<SchemaVerdict> {
  const connection = openConnection({ path, mode: 'reader' })
  try {
    return await judgeSchema(connection.db)
  } finally {
    connection.close()
  }
}

/** Makes another database beside the file. */
function otherDatabase(statements: string): string {
  const path = join(file.folder, 'other.db')
  const database = new BetterSqlite3(path)
  database.exec(statements)
  database.close()
  return path
}

describe('a known revision with labels', () => {
  test('the newest is open for reading and writing, and there is nothing to say', async () => {
    expect(await judge()).toEqual({
      schema: {
        revision: head,
        known: true,
        prefect: '3.9.1',
        liveTagLimits: 'v2',
        hasLabels: true,
      },
      writable: true,
      reason: null,
    })
  })

  test.each(revisions.slice(revisions.indexOf('9e83011d1f2a')))(
    '%s is open for both, with the V2 limits in force',
    async (revision) => {
      setRevision(revision)
      const { schema, writable, reason } = await judge()
      expect(schema).toMatchObject({ revision, liveTagLimits: 'v2' })
      expect([writable, reason]).toEqual([true, null])
    },
  )

  test.each(revisions.slice(revisions.indexOf('5952a5498b51'), revisions.indexOf('9e83011d1f2a')))(
    '%s is open for both, and it is said that the V1 limits are in force',
    async (revision) => {
      setRevision(revision)
      const { schema, writable, reason } = await judge()
      expect(schema).toMatchObject({ known: true, hasLabels: true, liveTagLimits: 'v1' })
      expect(writable).toBe(true)
      expect(reason).toMatch(/before 3\.4\.19 the tag limits in force are those of the V1 table$/)
    },
  )
})

describe('a known revision older than labels', () => {
  beforeEach(() => {
    for (const table of ['flow', 'flow_run', 'task_run', 'deployment'])
      file.run(`ALTER TABLE ${table} DROP COLUMN labels`)
  })

  test.each([
    ['4ad4658cbefe', '3.0.3'],
    ['f93e1439f022', '3.0.0'],
    ['354f1ede7e9f', '2.x'],
    ['9725c1cbee35', '2.x'],
  ])('%s is open for reading only, and it is said why', async (revision, prefect) => {
    setRevision(revision)
    expect(await judge()).toEqual({
      schema: { revision, known: true, prefect, liveTagLimits: 'v1', hasLabels: false },
      writable: false,
      reason: `The schema is of Prefect ${prefect}, older than 3.1.5, so it is open for reading only`,
    })
  })
})

describe('an unknown revision', () => {
  beforeEach(() => setRevision('ffffffffffff'))

  test('is open for reading only where every column is in place, and it is said why', async () => {
    expect(await judge()).toEqual({
      schema: {
        revision: 'ffffffffffff',
        known: false,
        prefect: null,
        liveTagLimits: 'v2',
        hasLabels: true,
      },
      writable: false,
      reason:
        'Sluice does not know schema revision ffffffffffff yet, so it is open for reading only',
    })
  })

  test('may have tables and columns more', async () => {
    file.run('ALTER TABLE flow ADD COLUMN owner VARCHAR')
    file.run('CREATE TABLE flow_group (id CHAR(36))')
    expect((await judge()).writable).toBe(false)
  })

  test.each([
    ['ALTER TABLE flow DROP COLUMN labels', 'flow.labels'],
    ['ALTER TABLE flow_run RENAME COLUMN created_by TO creator', 'flow_run.created_by'],
    ['ALTER TABLE concurrency_limit_v2 RENAME TO limits', 'concurrency_limit_v2.id'],
  ])('is not opened after %s', async (change, missing) => {
    file.run(change)
    await expect(judge()).rejects.toMatchObject({
      code: 'schema_unsupported',
      message: `Sluice does not know schema revision ffffffffffff, and ${missing} is not where it expects it`,
    })
  })
})

describe('a database that is not of Prefect 3', () => {
  const alembic = 'CREATE TABLE alembic_version (version_num VARCHAR(32))'

  test.each([
    ['without alembic', 'CREATE TABLE customer (id INTEGER PRIMARY KEY)'],
    ['of tables named as in Prefect', 'CREATE TABLE flow (id CHAR(36), name VARCHAR)'],
    ['without a revision', alembic],
    ['with a view for a table', "CREATE VIEW alembic_version AS SELECT 'x' AS version_num"],
    ["of Prefect's revision alone", `${alembic}; INSERT INTO alembic_version VALUES ('${head}')`],
  ])('is not opened: %s', async (_, statements) => {
    await expect(judge(otherDatabase(statements))).rejects.toMatchObject({
      code: 'schema_unsupported',
      message: 'The file is not a database of Prefect 3',
    })
  })

  test("is not opened: another program's that alembic looks after", async () => {
    const revision = "INSERT INTO alembic_version VALUES ('0123456789ab')"
    const path = otherDatabase(`${alembic}; ${revision}; CREATE TABLE flow (id INTEGER)`)
    await expect(judge(path)).rejects.toMatchObject({ code: 'schema_unsupported' })
  })
})

test('judging changes no byte of the file', async () => {
  file.add.flow()
  const before = file.bytes()
  await judge()
  expect(file.bytes()).toBe(before)
  setRevision('ffffffffffff')
  const later = file.bytes()
  await judge()
  expect(file.bytes()).toBe(later)
})

test('the revision is what alembic_version holds, or null', async () => {
  const connection = openConnection({ path: file.path, mode: 'reader' })
  expect(await readRevision(connection.db)).toBe(head)
  file.run('DELETE FROM alembic_version')
  expect(await readRevision(connection.db)).toBeNull()
  connection.close()
})
