import BetterSqlite3 from 'better-sqlite3'
import { headRevision, headSchema } from '../../src-main/database/head-schema.ts'

/** A value of a column; booleans are 0 and 1, times and JSON are text. */
export type Value = string | number | null

/** One row to insert. All rows of a table have the same columns, in the same order. */
export type Row = Readonly<Record<string, Value>>

/**
 * A new database file with Prefect's newest schema, filled as fast as it goes: no journal, and the
 * indexes made when the rows are in. Of no use until {@link BulkFile.finish} is through.
 */
export class BulkFile {
  readonly #sqlite: BetterSqlite3.Database
  readonly #inserts = new Map<string, BetterSqlite3.Statement>()

  constructor(path: string) {
    this.#sqlite = new BetterSqlite3(path)
    this.#sqlite.pragma('journal_mode = OFF')
    this.#sqlite.pragma('synchronous = OFF')
    this.#sqlite.pragma('locking_mode = EXCLUSIVE')
    this.#sqlite.pragma('cache_size = -400000')
    // Runs and their states refer to each other.
    this.#sqlite.pragma('foreign_keys = OFF')
    this.#run(headSchema.filter((statement) => !isIndex(statement)))
    this.#sqlite.exec('BEGIN')
  }

  /** Inserts one row. */
  insert(table: string, row: Row): void {
    this.#insertOf(table, row).run(Object.values(row))
  }

  #insertOf(table: string, row: Row): BetterSqlite3.Statement {
    const known = this.#inserts.get(table)
    if (known) return known
    const columns = Object.keys(row)
    const names = columns.map((name) => `"${name}"`).join(', ')
    const places = columns.map(() => '?').join(', ')
    const insert = this.#sqlite.prepare(`INSERT INTO "${table}" (${names}) VALUES (${places})`)
    this.#inserts.set(table, insert)
    return insert
  }

  /** Makes the indexes and leaves the file in WAL mode, as a Prefect server does. */
  finish(): void {
    this.insert('alembic_version', { version_num: headRevision })
    this.#sqlite.exec('COMMIT')
    this.#run(indexesInOrder())
    this.#sqlite.pragma('locking_mode = NORMAL')
    this.#sqlite.pragma('journal_mode = WAL')
    this.close()
  }

  close(): void {
    this.#sqlite.close()
  }

  #run(statements: readonly string[]): void {
    for (const statement of statements) this.#sqlite.exec(statement)
  }
}

/**
 * In every real file these come last, for no migration rebuilt their tables since; the others are in
 * no order. Where two indexes seem equally good, SQLite takes the later one, so the order decides
 * Prefect's plans.
 */
const lastIndexes = [
  'ix_flow_run__deployment_version',
  'ix_flow_run__scheduler_deployment_id_auto_scheduled_next_schedu',
  'ix_flow_run__schedule_id_scheduler',
  'ix_flow_run__deployment_id',
  'ix_flow_run__state_type_coalesce_start_time',
  'ix_task_run__state_type_start_time',
]

function indexesInOrder(): string[] {
  const rank = (statement: string) =>
    lastIndexes.findIndex((name) => new RegExp(`\\b${name}\\b`).test(statement))
  return headSchema.filter(isIndex).toSorted((a, b) => rank(a) - rank(b))
}

function isIndex(statement: string): boolean {
  return /^CREATE (UNIQUE )?INDEX/.test(statement)
}
