import { lastPlace, placeOf } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import { beginsWith, holdsPart } from '../../database/row-expressions.ts'
import type { Asked } from './column-values.ts'

/** The tables whose rows are known by a name. */
export type NamedTable =
  'flow' | 'flow_run' | 'task_run' | 'deployment' | 'work_pool' | 'work_queue'

/** A row's id and name. */
export interface NamedRow {
  readonly id: string
  readonly name: string
}

/** The index of the names is gone through as a whole up to so many rows, in some 100 ms. */
const wholeIndex = 1_000_000
/** In a larger table, only so many of the newest rows. */
const newestRows = 50_000

/** What is looked for: rows, or names, each once. */
interface Search extends Asked {
  readonly table: NamedTable
  readonly each: 'id' | 'name'
}

type Step = (db: Reading, search: Search) => Promise<NamedRow[]>

/**
 * Rows whose id or name begins with the text, then rows whose name holds it; without a text, the
 * newest rows. In a table of more than a million rows, a name that only holds the text is found
 * among the newest 50,000.
 */
export async function findNamed(db: Reading, table: NamedTable, asked: Asked): Promise<NamedRow[]> {
  const steps = asked.text === '' ? [newest] : [byId, byBeginning, byPart]
  return await taken(db, steps, { ...asked, table, each: 'id' })
}

/** Names, each once, in the order of {@link findNamed}. */
export async function findNames(db: Reading, table: NamedTable, asked: Asked): Promise<string[]> {
  const steps = asked.text === '' ? [newest] : [byBeginning, byPart]
  const rows = await taken(db, steps, { ...asked, table, each: 'name' })
  return rows.map((row) => row.name)
}

/** Takes the steps until there is enough. */
async function taken(db: Reading, steps: readonly Step[], search: Search): Promise<NamedRow[]> {
  const found = new Map<string, NamedRow>()
  for (const step of steps) {
    if (found.size >= search.limit) break
    for (const row of await step(db, search)) {
      if (!found.has(row[search.each])) found.set(row[search.each], row)
    }
  }
  return [...found.values()].slice(0, search.limit)
}

function rowsOf(db: Reading, { table, each, limit }: Search) {
  return db
    .selectFrom(table as 'flow')
    .select(['id', 'name'])
    .$if(each === 'name', (query) => query.groupBy('name'))
    .limit(limit)
}

function toNamed(rows: readonly { id: string; name: unknown }[]): NamedRow[] {
  return rows.map(({ id, name }) => ({ id, name: typeof name === 'string' ? name : '' }))
}

/** Of names, a few more rows are looked at, for several may have one. */
const newest: Step = async (db, search) => {
  const rows = rowsOf(db, { ...search, each: 'id', limit: search.limit * 4 })
  return toNamed(await rows.orderBy(placeOf(search.table), 'desc').execute())
}

const byId: Step = async (db, search) => {
  const beginning = search.text.trim().toLowerCase()
  const rows = rowsOf(db, search).where((row) => beginsWith(row.ref('id'), beginning))
  return toNamed(await rows.orderBy('id').execute())
}

/** As it is written, and in lower case, as Prefect names runs. */
const byBeginning: Step = async (db, search) => {
  const found: NamedRow[] = []
  for (const beginning of new Set([search.text, search.text.toLowerCase()])) {
    const rows = rowsOf(db, search).where((row) => beginsWith(row.ref('name'), beginning))
    found.push(...toNamed(await rows.orderBy('name').execute()))
  }
  return found
}

const byPart: Step = async (db, search) => {
  const { table, text } = search
  const { last } = await db.selectNoFrom(lastPlace(table).as('last')).executeTakeFirstOrThrow()
  const rows = rowsOf(db, search).where((row) => holdsPart(row.ref('name'), text))
  if (last <= wholeIndex) return toNamed(await rows.orderBy('name').execute())
  const recent = rows.where(placeOf(table), '>', last - newestRows)
  return toNamed(await recent.orderBy('name').execute())
}
