/**
 * Writes `src-main/database/head-schema.ts`: the schema of the database that the pinned Prefect
 * makes of an empty file. Run it (`npm run make:schema`) after a change of `requirements.txt`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { format, resolveConfig } from 'prettier'
import { migrate, preparePrefect } from './environment.ts'

const target = join(import.meta.dirname, '../../src-main/database/head-schema.ts')

interface Entry {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly sql: string
}

/**
 * Prefect's migrations rebuild tables and take their constraints and indexes from Python sets, so
 * two files of the same revision differ in their order. Here they are in order, by name.
 */
function inOrder(entries: readonly Entry[]): string[] {
  const tables = entries.filter((entry) => entry.type === 'table')
  const place = new Map(tables.map((table, index) => [table.name, index]))
  const indexes = entries
    .filter((entry) => entry.type === 'index')
    .map((entry) => ({ ...entry, place: place.get(entry.tbl_name) ?? 0 }))
    .toSorted((a, b) => a.place - b.place || (a.name < b.name ? -1 : 1))
  return [...tables.map((table) => constraintsInOrder(table.sql)), ...indexes.map(({ sql }) => sql)]
}

function constraintsInOrder(sql: string): string {
  const rank = (line: string) => [' PRIMARY KEY', ' UNIQUE', ''].findIndex((w) => line.includes(w))
  const lines = sql.split('\n')
  const bare = lines.map((line) => line.replace(/, *$/, ''))
  const first = lines.findIndex((line) => line.startsWith('\tCONSTRAINT'))
  if (first < 0) return sql
  const count = lines.slice(first).filter((line) => line.startsWith('\tCONSTRAINT')).length
  const sorted = bare
    .slice(first, first + count)
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const ends = lines.map((line) => /, *$/.exec(line)?.[0] ?? '')
  sorted.forEach((line, index) => (lines[first + index] = line + (ends[first + index] ?? '')))
  return lines.join('\n')
}

async function schemaOf(file: string) {
  const database = new Sqlite(file, { readonly: true })
  try {
    const entries = database
      .prepare<[], Entry>(
        `SELECT type, name, tbl_name, sql FROM sqlite_master
         WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
      )
      .all()
    const revision = database.prepare('SELECT version_num FROM alembic_version').pluck().get()
    return { revision: String(revision), statements: inOrder(entries) }
  } finally {
    database.close()
  }
}

const prefect = await preparePrefect((line) => process.stdout.write(`${line}\n`))
const home = await mkdtemp(join(tmpdir(), 'sluice-schema-'))
try {
  await migrate(prefect, home, ['head'])
  const { revision, statements } = await schemaOf(join(home, 'head.db'))
  const source = `/**
 * The schema of a database that Prefect ${prefect.version} made of an empty file: what the demo and
 * the tests stand on. Written by tools/prefect/make-schema.ts (\`npm run make:schema\`): do not edit.
 */

/** The revision of this schema, as \`alembic_version\` holds it. */
export const headRevision = ${JSON.stringify(revision)}

/** Every table, then every index; run in this order on an empty file. */
export const headSchema: readonly string[] = ${JSON.stringify(statements)}
`
  const options = await resolveConfig(target)
  await writeFile(target, await format(source, { ...options, filepath: target }))
  process.stdout.write(`${statements.length} statements, revision ${revision}\n`)
} finally {
  await rm(home, { recursive: true })
}
