import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { headRevision, headSchema } from '../database/head-schema.ts'
import { Builders } from './builders.ts'
import { RowWriter } from './row-writer.ts'
import type { Rows, TableName } from './rows.ts'

/** What may differ from a fresh file of the newest Prefect that Sluice knows. */
export interface BuildOptions {
  /** What `alembic_version` holds; the tables are those of the newest revision all the same. */
  revision?: string
  /** `false` lets rows refer to what is not there. */
  foreignKeys?: boolean
}

/** A database file that a test fills. */
export interface DatabaseFile {
  /** The folder it lies in, alone. */
  readonly folder: string
  readonly path: string
  /** One method a table; ids and times follow from the order of the calls. */
  readonly add: Builders
  /** Inserts a row as it stands: only the columns given, whatever their values. */
  insert(table: string, row: Readonly<Record<string, unknown>>): void
  /** Runs one statement of any kind. */
  run(statement: string, ...parameters: readonly unknown[]): void
  /** Does all of `fill` in one transaction: for thousands of rows. */
  fill<T>(fill: () => T): T
  /** Every row of a table as it is stored, in the order they were inserted. */
  rows<T extends TableName>(table: T): Rows[T][]
  /** A digest of the file and of what waits in its WAL: equal if no byte changed. */
  bytes(): string
  /** Deletes the folder. Close what else has the file open first. */
  remove(): void
}

let template: Buffer | undefined

function emptyDatabase(): Buffer {
  if (template) return template
  const database = new BetterSqlite3(':memory:')
  for (const statement of headSchema) database.exec(statement)
  database.prepare('INSERT INTO alembic_version VALUES (?)').run(headRevision)
  template = database.serialize()
  database.close()
  return template
}

/**
 * Makes a database file with Prefect's schema and no rows, in a folder of its own.
 *
 * @example
 * const file = buildDatabase()
 * const flow = file.add.flow({ name: 'etl', tags: ['nightly'] })
 * file.add.flowRun({ flow_id: flow.id, state_type: 'FAILED' })
 */
export function buildDatabase(options: BuildOptions = {}): DatabaseFile {
  const { revision, foreignKeys = true } = options
  const folder = mkdtempSync(join(tmpdir(), 'sluice-test-'))
  const path = join(folder, 'prefect.db')
  writeFileSync(path, emptyDatabase())
  const handle = new Handle(path, foreignKeys)
  const writer = new RowWriter((statement) => handle.prepare(statement))
  if (revision) writer.run('UPDATE alembic_version SET version_num = ?', [revision])
  return {
    folder,
    path,
    add: new Builders(writer),
    insert: (table, row) => writer.insert(table, row),
    run: (statement, ...parameters) => writer.run(statement, parameters),
    fill: (fill) => handle.open().transaction(fill)(),
    rows: <T extends TableName>(table: T) =>
      handle.open().prepare(`SELECT * FROM "${table}" ORDER BY rowid`).all() as Rows[T][],
    bytes: () => handle.settledDigest(),
    remove: () => {
      handle.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

class Handle {
  readonly #path: string
  readonly #foreignKeys: boolean
  readonly #statements = new Map<string, BetterSqlite3.Statement>()
  #database: BetterSqlite3.Database | undefined

  constructor(path: string, foreignKeys: boolean) {
    this.#path = path
    this.#foreignKeys = foreignKeys
  }

  open(): BetterSqlite3.Database {
    if (this.#database) return this.#database
    const database = new BetterSqlite3(this.#path)
    // First, for it goes for the change of mode too: a test's file need not outlive a power cut.
    database.pragma('synchronous = OFF')
    database.pragma('journal_mode = WAL')
    database.pragma(`foreign_keys = ${this.#foreignKeys ? 'ON' : 'OFF'}`)
    this.#database = database
    return database
  }

  prepare(statement: string): BetterSqlite3.Statement {
    const known = this.#statements.get(statement)
    if (known) return known
    const prepared = this.open().prepare(statement)
    this.#statements.set(statement, prepared)
    return prepared
  }

  close(): void {
    this.#database?.close()
    this.#database = undefined
    this.#statements.clear()
  }

  /** Our own handle goes first, so that its WAL is in the file and does not get there later. */
  settledDigest(): string {
    this.open()
    this.close()
    const digest = createHash('sha256').update(readFileSync(this.#path))
    const log = `${this.#path}-wal`
    if (existsSync(log)) digest.update(readFileSync(log))
    return digest.digest('hex')
  }
}
