import type Sqlite from 'better-sqlite3'
import type { DemoSink } from '../demo/demo-sink.ts'

/** Writes a demo through a connection of better-sqlite3. */
export function demoSink(database: Sqlite.Database): DemoSink {
  const inserts = new Map<string, Sqlite.Statement>()
  return {
    execute: (sql) => void database.exec(sql),
    transaction: (work) => database.transaction(work)(),
    insert(table, rows) {
      const columns = Object.keys(rows[0] ?? {})
      const key = `${table} ${columns.join()}`
      const insert = inserts.get(key) ?? database.prepare(insertSql(table, columns))
      inserts.set(key, insert)
      for (const row of rows) insert.run(Object.values(row))
    },
  }
}

function insertSql(table: string, columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`)
  return `INSERT INTO "${table}" (${names.join()}) VALUES (${names.map(() => '?').join()})`
}
