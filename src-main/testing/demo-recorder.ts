import { createHash } from 'node:crypto'
import type { DemoRow, DemoSink } from '../demo/demo-sink.ts'

/** A sink without a database: counts all rows, keeps some of their columns. */
export interface DemoRecorder extends DemoSink {
  count(table: string): number
  /** The rows of a table, cut to the columns that are kept. */
  rowsOf(table: string): readonly DemoRow[]
  /** A hash of everything that was written, in its order. */
  digest(): string
}

/** Makes a recorder that keeps these columns, of whatever table. */
export function demoRecorder(...columns: readonly string[]): DemoRecorder {
  const hash = createHash('sha256')
  const tables = new Map<string, DemoRow[]>()
  const keep = (row: DemoRow) =>
    Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
  return {
    execute: (sql) => void hash.update(sql),
    transaction: (work) => work(),
    insert(table, rows) {
      hash.update(table + JSON.stringify(rows))
      const known = tables.get(table) ?? []
      tables.set(table, known)
      for (const row of rows) known.push(keep(row))
    },
    count: (table) => tables.get(table)?.length ?? 0,
    rowsOf: (table) => tables.get(table) ?? [],
    digest: () => hash.copy().digest('hex'),
  }
}
