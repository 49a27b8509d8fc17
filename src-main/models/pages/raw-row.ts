import type { contract } from '../../../src-shared/contract/contract.ts'
import type { RawRow } from '../../../src-shared/contract/schemas/raw-row.ts'
import { columnsOf, exactValue, storedType } from '../../database/dialect.ts'
import type { ModelOf } from '../../database/model.ts'
import { shownText } from './shown.ts'

type Pages = ModelOf<typeof contract.runPages>

/** The columns are asked of the file: a newer Prefect may have added some. */
export const readRawRow: Pages['readRawRow'] = async (db, { table, id }) => {
  const columns = await db.selectFrom(columnsOf(table)).select('name').execute()
  const stored: Readonly<Record<string, unknown>> | undefined = await db
    .selectFrom(table)
    .where('id', '=', id)
    .select(
      columns.flatMap(({ name }, index) => [
        storedType(name).as(`type${index}`),
        exactValue(name).as(`value${index}`),
      ]),
    )
    .executeTakeFirst()
  if (!stored) return null
  return columns.map(({ name }, index) => ({
    column: name,
    type: stored[`type${index}`] as RawRow[number]['type'],
    text: shownText(stored[`value${index}`]),
  }))
}
