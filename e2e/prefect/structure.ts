import type { Database } from 'better-sqlite3'

/** Everything that is declared about one table. */
export interface TableStructure {
  readonly columns: readonly unknown[]
  readonly foreignKeys: readonly unknown[]
  readonly indexes: readonly unknown[]
}

/**
 * What a database declares, by table, as SQLite itself understands it: columns with type, default
 * and key, foreign keys with their actions, indexes with their expressions, order, collation and
 * condition. Prefect's migrations give foreign keys and indexes no certain order, so they come
 * sorted; columns keep theirs.
 */
export function structureOf(database: Database): Record<string, TableStructure> {
  const tables = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all() as string[]
  return Object.fromEntries(tables.map((table) => [table, tableStructure(database, table)]))
}

function tableStructure(database: Database, table: string): TableStructure {
  const rows = (pragma: string, name: string) =>
    database.pragma(`${pragma}("${name}")`) as Record<string, unknown>[]
  return {
    columns: rows('table_xinfo', table),
    foreignKeys: sorted(rows('foreign_key_list', table).map(({ id: _, ...rest }) => rest)),
    indexes: sorted(
      rows('index_list', table).map(({ seq: _, ...index }) => ({
        ...index,
        columns: rows('index_xinfo', String(index.name)),
        sql: database
          .prepare('SELECT sql FROM sqlite_master WHERE name = ?')
          .pluck()
          .get(index.name),
      })),
    ),
  }
}

function sorted<T>(items: readonly T[]): T[] {
  const text = (item: T) => JSON.stringify(item)
  return items.toSorted((a, b) => (text(a) < text(b) ? -1 : 1))
}
