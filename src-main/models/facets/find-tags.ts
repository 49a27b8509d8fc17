import type { Found } from '../../../src-shared/contract/schemas/facet.ts'
import { newest } from '../../database/row-expressions.ts'
import type { Reading } from '../../database/model.ts'
import type { Asked } from './column-values.ts'
import { holds } from './counted.ts'
import { listedTexts, type TaggedTable } from './tag-counts.ts'

/** Of each table, so many of the newest rows are gone through. */
const looked = 20_000

/** Tags that hold the text, of the newest rows of each table; those that begin with it first. */
export async function findTags(db: Reading, { text, limit }: Asked): Promise<Found[]> {
  const tags = new Set<string>()
  for (const table of ['flow', 'deployment', 'flow_run', 'task_run'] as const) {
    for (const tag of await newestTags(db, table)) if (holds(tag, text)) tags.add(tag)
  }
  const begins = (tag: string): boolean => tag.toLowerCase().startsWith(text.toLowerCase())
  const sorted = [...tags].toSorted()
  const found = [...sorted.filter(begins), ...sorted.filter((tag) => !begins(tag))]
  return found.slice(0, limit).map((tag) => {
    return { kind: 'tag', id: tag, name: tag, of: null, stateType: null, stateName: null }
  })
}

async function newestTags(db: Reading, table: TaggedTable): Promise<string[]> {
  const lists = await db
    .selectFrom(newest<{ tags: unknown }>(table, { column: 'tags', rows: looked }).as('newest'))
    .select('tags')
    .distinct()
    .execute()
  return lists.flatMap(({ tags }) => listedTexts(tags))
}
