import type { Found } from '../../../src-shared/contract/schemas/facet.ts'
import type { Reading } from '../../database/model.ts'
import { beginsWith, holdsPart } from '../../database/row-expressions.ts'
import type { Asked } from './column-values.ts'

/** Limits by a part of their name, or by the beginning of their id: of V2, then of V1 by their tag. */
export async function findLimits(db: Reading, { text, limit }: Asked): Promise<Found[]> {
  const current = await db
    .selectFrom('concurrency_limit_v2')
    .where(({ or, ref }) =>
      or([holdsPart(ref('name'), text), beginsWith(ref('id'), text.toLowerCase())]),
    )
    .select(['id', 'name'])
    .orderBy('name')
    .limit(limit)
    .execute()
  const old = await db
    .selectFrom('concurrency_limit')
    .where(({ or, ref }) =>
      or([holdsPart(ref('tag'), text), beginsWith(ref('id'), text.toLowerCase())]),
    )
    .select(['id', 'tag as name'])
    .orderBy('tag')
    .limit(limit)
    .execute()
  const found = [
    ...current.map((row) => limitFound(row, 'v2')),
    ...old.map((row) => limitFound(row, 'v1')),
  ]
  return found.slice(0, limit)
}

function limitFound({ id, name }: { id: string; name: unknown }, of: 'v1' | 'v2'): Found {
  return { kind: 'limit', id, name: String(name), of, stateType: null, stateName: null }
}
