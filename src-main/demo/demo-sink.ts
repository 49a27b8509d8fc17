/** One row to insert; booleans are 0 and 1, times and JSON are text. */
export type DemoRow = Readonly<Record<string, string | number | null>>

/**
 * Where the demo is written to: an open, empty database file.
 *
 * The file is no good until the last part is written (it has no `alembic_version` before): write it
 * under another name, rename it when it is complete, delete it when the work was stopped.
 */
export interface DemoSink {
  /** Runs one statement without parameters: DDL, or a pragma outside a transaction. */
  execute(sql: string): void
  /** Inserts rows of one table; all rows of a call have the same columns in the same order. */
  insert(table: string, rows: readonly DemoRow[]): void
  /** Runs `work` in one transaction. */
  transaction(work: () => void): void
}
