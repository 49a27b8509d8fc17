import type { Suggestion } from '../../../src-shared/contract/schemas/facet.ts'
import type { Reading } from '../../database/model.ts'
import type { Asked } from './column-values.ts'
import { holds, mostFrequent } from './counted.ts'
import { tagsOf, type TaggedTable } from './tag-counts.ts'

/** The tags of a table. */
export async function suggestTags(
  db: Reading,
  table: TaggedTable,
  { text, limit }: Asked,
): Promise<Suggestion[]> {
  const tags = [...(await tagsOf(db, table))].filter(([tag]) => holds(tag, text))
  const found = tags.map(([value, count]) => ({ value, count, note: null }))
  return mostFrequent(found, { count: (one) => one.count, text: (one) => one.value, limit })
}

/** What made the flow runs: the ids or the types of their `created_by`, with the name of an id. */
export async function suggestCreators(
  db: Reading,
  member: 'id' | 'type',
  { text, limit }: Asked,
): Promise<Suggestion[]> {
  const groups = await db
    .selectFrom('flow_run')
    .where('created_by', 'is not', null)
    .groupBy('created_by')
    .select((run) => ['created_by', run.fn.countAll<number>().as('count')])
    .execute()
  const found = new Map<string, { value: string; count: number; note: string | null }>()
  for (const { created_by, count } of groups) {
    const creator = creatorIn(created_by)
    const value = creator[member]
    if (typeof value !== 'string') continue
    const note = member === 'id' ? textOrNull(creator['display_value']) : null
    if (!holds(value, text) && !holds(note ?? '', text)) continue
    const known = found.get(value)
    found.set(value, {
      value,
      count: count + (known?.count ?? 0),
      note: note ?? known?.note ?? null,
    })
  }
  return mostFrequent(found.values(), {
    count: (one) => one.count,
    text: (one) => one.value,
    limit,
  })
}

function creatorIn(stored: unknown): Readonly<Record<string, unknown>> {
  if (typeof stored !== 'string') return {}
  try {
    const value: unknown = JSON.parse(stored)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
