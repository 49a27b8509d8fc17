import BetterSqlite3 from 'better-sqlite3'
import { Kysely, type SqliteDatabase } from 'kysely'
import { ImmediateDialect } from './immediate-dialect.ts'
import { noteStatement } from './statement-recorder.ts'
import type { Database } from './tables.ts'

/** How long a statement waits for another process's lock, in milliseconds. */
export const busyTimeout = 2000

/** Distinct statements kept prepared on one connection. */
const keptStatements = 256

/** One open handle on a database file. */
export interface Connection {
  readonly db: Kysely<Database>
  /** The value of a pragma that has one, `data_version` say. */
  pragma(name: string): unknown
  close(): void
}

/** What {@link openConnection} needs to know. */
export interface ConnectionOptions {
  path: string
  mode: 'reader' | 'writer'
  /** Called with each statement that is run, for tests that look at query plans. */
  onStatement?: (sql: string, parameters: readonly unknown[]) => void
}

/**
 * Opens a file that exists. A reader can write nothing: its handle is read-only and its connection
 * `query_only`. Nothing here changes the file: no migration, no `journal_mode`.
 *
 * @throws SQLite's error, for `sqlite-errors.ts` to put into words.
 */
export function openConnection(options: ConnectionOptions): Connection {
  const { path, mode, onStatement } = options
  const sqlite = new BetterSqlite3(path, {
    readonly: mode === 'reader',
    fileMustExist: true,
    timeout: busyTimeout,
  })
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  if (mode === 'reader') sqlite.pragma('query_only = ON')
  // FULL: a journal must never say "done" of what a power cut undid.
  else sqlite.pragma('synchronous = FULL')
  const database = withKeptStatements(sqlite, onStatement)
  return {
    db: new Kysely<Database>({ dialect: new ImmediateDialect({ database }), log: noteStatement }),
    pragma: (name) => sqlite.pragma(name, { simple: true }),
    close: () => sqlite.close(),
  }
}

/** A database file that is being made. */
export interface NewDatabase {
  /** Runs one statement without parameters. */
  execute(statement: string): void
  /** Inserts rows of one table; all rows of a call have the same columns in the same order. */
  insert(table: string, rows: readonly Readonly<Record<string, string | number | null>>[]): void
  /** Runs `work` in one transaction. */
  transaction(work: () => void): void
  close(): void
}

/** Makes a database file of Sluice's own, without any table: for the demo, never for a user's data. */
export function createDatabase(path: string): NewDatabase {
  const sqlite = new BetterSqlite3(path)
  const inserts = new Map<string, BetterSqlite3.Statement>()
  return {
    execute: (statement) => void sqlite.exec(statement),
    insert: (table, rows) => {
      const columns = Object.keys(rows[0] ?? {})
      const names = columns.map((column) => `"${column}"`).join()
      const marks = columns.map(() => '?').join()
      const text = `INSERT INTO "${table}" (${names}) VALUES (${marks})`
      const insert = inserts.get(text) ?? sqlite.prepare(text)
      inserts.set(text, insert)
      for (const row of rows) insert.run(Object.values(row))
    },
    transaction: (work) => sqlite.transaction(work)(),
    close: () => sqlite.close(),
  }
}

type Statement = ReturnType<SqliteDatabase['prepare']>

/** Kysely prepares a statement each time it runs; preparing costs more than running a look-up. */
function withKeptStatements(
  sqlite: BetterSqlite3.Database,
  onStatement: ConnectionOptions['onStatement'],
): SqliteDatabase {
  const kept = new Map<string, Statement>()
  const prepare = (text: string): Statement => {
    const known = kept.get(text)
    if (known) return known
    const statement = sqlite.prepare(text) as Statement
    if (kept.size >= keptStatements) kept.delete(kept.keys().next().value ?? '')
    kept.set(text, statement)
    return statement
  }
  if (!onStatement) return { prepare, close: () => sqlite.close() }
  return {
    prepare: (text) => watched(prepare(text), (parameters) => onStatement(text, parameters)),
    close: () => sqlite.close(),
  }
}

function watched(statement: Statement, onRun: (parameters: readonly unknown[]) => void): Statement {
  return {
    reader: statement.reader,
    all: (parameters) => {
      onRun(parameters)
      return statement.all(parameters)
    },
    run: (parameters) => {
      onRun(parameters)
      return statement.run(parameters)
    },
    iterate: (parameters) => statement.iterate(parameters),
  }
}
