import type { contract } from '../../../src-shared/contract/contract.ts'
import type { FacetName, Suggestion } from '../../../src-shared/contract/schemas/facet.ts'
import { lastPlace, placeOf } from '../../database/dialect.ts'
import type { ModelOf, Reading } from '../../database/model.ts'
import { holdsPart } from '../../database/row-expressions.ts'
import { countedColumns, suggestValues, type Asked } from './column-values.ts'
import { suggestCreators, suggestTags } from './list-values.ts'
import { findNamed, findNames, type NamedTable } from './named-rows.ts'
import type { TaggedTable } from './tag-counts.ts'

/** The values of one facet; which question that is depends on how many values there can be. */
export const suggest: ModelOf<typeof contract.facets>['suggest'] = async (
  db,
  { of, text, limit },
) => {
  const asked = { text, limit }
  const counted = countedColumns[of]
  if (counted) return await suggestValues(db, counted, asked)
  if (of === 'flow_run.created_by.id') return await suggestCreators(db, 'id', asked)
  if (of === 'flow_run.created_by.type') return await suggestCreators(db, 'type', asked)
  if (of === 'flow_run.idempotency_key') return await suggestKeys(db, asked)
  const { table, column } = partsOf(of)
  if (column === 'tags') return await suggestTags(db, table as TaggedTable, asked)
  if (column === 'id') return await suggestIds(db, table as NamedTable, asked)
  return await suggestNames(db, table as NamedTable, asked)
}

function partsOf(of: FacetName): { table: string; column: string } {
  const [table = '', column = ''] = of.split('.')
  return { table, column }
}

async function suggestIds(db: Reading, table: NamedTable, asked: Asked): Promise<Suggestion[]> {
  const rows = await findNamed(db, table, asked)
  return rows.map(({ id, name }) => ({ value: id, count: null, note: name }))
}

async function suggestNames(db: Reading, table: NamedTable, asked: Asked): Promise<Suggestion[]> {
  const names = await findNames(db, table, asked)
  return names.map((value) => ({ value, count: null, note: null }))
}

/** How many of the newest runs are gone through for their keys. */
const newestKeys = 50_000

/** Keys of the newest runs: nearly each run has one of its own. */
async function suggestKeys(db: Reading, { text, limit }: Asked): Promise<Suggestion[]> {
  const { last } = await db.selectNoFrom(lastPlace('flow_run').as('last')).executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('flow_run')
    .where(placeOf('flow_run'), '>', last - newestKeys)
    .where('idempotency_key', 'is not', null)
    .where((run) => holdsPart(run.ref('idempotency_key'), text))
    .select('idempotency_key')
    .orderBy(placeOf('flow_run'), 'desc')
    .limit(limit)
    .execute()
  const keys = new Set(rows.map((row) => String(row.idempotency_key)))
  return [...keys].map((value) => ({ value, count: null, note: null }))
}
