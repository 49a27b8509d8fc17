import type { Database } from 'better-sqlite3'
import type { Form } from './bench-case.ts'

/** A table's rows, as a hand-written statement reads them. */
export interface RowSource<Row> {
  readonly table: string
  readonly columns: string
  /** Makes the contract's object. */
  give(row: Row): unknown
}

/** One row by a unique column: three ways to ask. */
export function rowForms<Row>(
  byHand: Database,
  source: RowSource<Row>,
  { column, value }: { column: string; value: string },
): Form[] {
  const { table, columns, give } = source
  const plain = `SELECT ${columns} FROM ${table} WHERE ${column} = ?`
  const byRowid = `${table}.rowid = (SELECT rowid FROM ${table} WHERE ${column} = ?)`
  const statements = {
    plain,
    'LIMIT 1': `${plain} LIMIT 1`,
    'rowid first': `SELECT ${columns} FROM ${table} WHERE ${byRowid}`,
  }
  return Object.entries(statements).map(([name, text]) => {
    const statement = byHand.prepare<[string], Row>(text)
    return {
      name,
      run: () => {
        const row = statement.get(value)
        return row === undefined ? null : give(row)
      },
    }
  })
}

/** Many rows, in order: three ways to ask. */
export function listForms<Row>(
  byHand: Database,
  source: RowSource<Row>,
  { where = '', order }: { where?: string; order: string },
): Form[] {
  const { table, columns, give } = source
  const ids = `SELECT id FROM ${table} ${where}`
  const statements = {
    plain: `SELECT ${columns} FROM ${table} ${where} ORDER BY ${order}`,
    'sorted after': `SELECT ${columns} FROM ${table} NOT INDEXED ${where} ORDER BY ${order}`,
    'ids first': `SELECT ${columns} FROM ${table} WHERE id IN (${ids}) ORDER BY ${order}`,
  }
  return Object.entries(statements).map(([name, text]) => {
    const statement = byHand.prepare<[], Row>(text)
    return { name, run: () => statement.all().map(give) }
  })
}
