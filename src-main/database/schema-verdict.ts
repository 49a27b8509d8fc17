import { sql } from 'kysely'
import { AppError } from '../../src-shared/errors/app-error.ts'
import type { SchemaState } from '../../src-shared/contract/schemas/session-state.ts'
import type { Writing } from './model.ts'
import {
  firstRelease,
  firstWithLabels,
  firstWithV2TagLimits,
  isAtLeast,
  revisionIndex,
} from './revisions.ts'
import { usedColumns } from './used-columns.ts'

/** What a file's schema is, and whether Sluice may write to it. */
export interface SchemaVerdict {
  schema: SchemaState
  writable: boolean
  /** Why it is read-only, or what else a user must know; null where there is nothing to say. */
  reason: string | null
}

/** The file's revision; null where the table or its row is missing. */
export async function readRevision(db: Writing): Promise<string | null> {
  const tables = await tableNames(db)
  if (!tables.has('alembic_version')) return null
  const row = await db.selectFrom('alembic_version').select('version_num').executeTakeFirst()
  return row?.version_num ?? null
}

/**
 * Judges a file by its revision, on a read-only handle.
 *
 * @throws `schema_unsupported` for a database that is not Prefect's, or too new to be understood.
 */
export async function judgeSchema(db: Writing): Promise<SchemaVerdict> {
  const revision = await readRevision(db)
  if (revision === null) throw notPrefect()
  if (revisionIndex(revision) < 0) return judgeUnknown(db, revision)
  if (!(await tableNames(db)).has('flow')) throw notPrefect()
  return judgeKnown(revision)
}

function notPrefect(): AppError {
  const sentence = 'The file is not a database of Prefect 3'
  return new AppError('schema_unsupported', sentence, { fault: 'not_prefect' })
}

function judgeKnown(revision: string): SchemaVerdict {
  const hasLabels = isAtLeast(revision, firstWithLabels)
  const isV2 = isAtLeast(revision, firstWithV2TagLimits)
  const prefect = firstRelease(revision)
  const schema: SchemaState = {
    revision,
    known: true,
    prefect,
    liveTagLimits: isV2 ? 'v2' : 'v1',
    hasLabels,
  }
  if (!hasLabels) {
    const reason = `The schema is of Prefect ${prefect}, older than 3.1.5, so it is open for reading only`
    return { schema, writable: false, reason }
  }
  const reason = isV2
    ? null
    : `The schema is of Prefect ${prefect}; before 3.4.19 the tag limits in force are those of the V1 table`
  return { schema, writable: true, reason }
}

async function judgeUnknown(db: Writing, revision: string): Promise<SchemaVerdict> {
  const present = await tableNames(db)
  // Other programs keep an `alembic_version` too.
  if (!Object.keys(usedColumns).some((table) => present.has(table))) throw notPrefect()
  const missing = await firstMissingColumn(db)
  if (missing !== null) {
    throw new AppError(
      'schema_unsupported',
      `Sluice does not know schema revision ${revision}, and ${missing} is not where it expects it`,
      { fault: 'too_new' },
    )
  }
  return {
    schema: { revision, known: false, prefect: null, liveTagLimits: 'v2', hasLabels: true },
    writable: false,
    reason: `Sluice does not know schema revision ${revision} yet, so it is open for reading only`,
  }
}

async function tableNames(db: Writing): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table'`.execute(db)
  return new Set(rows.map((row) => row.name))
}

async function firstMissingColumn(db: Writing): Promise<string | null> {
  for (const [table, columns] of Object.entries(usedColumns)) {
    const { rows } = await sql<{ name: string }>`
      select name from pragma_table_info(${table})`.execute(db)
    const present = new Set(rows.map((row) => row.name))
    const missing = columns.find((column) => !present.has(column))
    if (missing !== undefined) return `${table}.${missing}`
  }
  return null
}
