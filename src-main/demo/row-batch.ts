import type { DemoRow, DemoSink } from './demo-sink.ts'

/** Rows that wait to be inserted, by table. */
export class RowBatch {
  readonly #rows = new Map<string, DemoRow[]>()

  add(table: string, row: DemoRow): void {
    const rows = this.#rows.get(table)
    if (rows === undefined) this.#rows.set(table, [row])
    else rows.push(row)
  }

  /** Inserts what waits, in one transaction, and begins anew. */
  flush(sink: DemoSink): void {
    sink.transaction(() => {
      for (const [table, rows] of this.#rows) sink.insert(table, rows)
    })
    this.#rows.clear()
  }
}
