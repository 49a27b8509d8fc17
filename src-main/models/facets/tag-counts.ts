import type { contract } from '../../../src-shared/contract/contract.ts'
import type { TagCount } from '../../../src-shared/contract/schemas/facet.ts'
import type { ModelOf, Reading } from '../../database/model.ts'
import type { Counts } from './counted.ts'

/** The tables whose rows have tags. */
export type TaggedTable = 'flow' | 'flow_run' | 'deployment' | 'task_run'

/**
 * How many rows of a table have each tag. Rows are grouped by the text of their list, and few lists
 * are parsed. A list that cannot be read has no tags; one that has a tag twice counts once.
 */
export async function tagsOf(db: Reading, table: TaggedTable): Promise<Counts> {
  const lists = await db
    .selectFrom(table as 'flow')
    .where('tags', '<>', '[]')
    .groupBy('tags')
    .select((row) => ['tags', row.fn.countAll<number>().as('count')])
    .execute()
  const counts = new Map<string, number>()
  for (const { tags, count } of lists) {
    for (const tag of new Set(listedTexts(tags))) counts.set(tag, (counts.get(tag) ?? 0) + count)
  }
  return counts
}

/** The texts of a JSON list; none if it is no list of texts. */
export function listedTexts(stored: unknown): string[] {
  if (typeof stored !== 'string') return []
  try {
    const list: unknown = JSON.parse(stored)
    return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : []
  } catch {
    return []
  }
}

/** Every tag of the four tables. */
export const readTagCounts: ModelOf<typeof contract.facets>['readTagCounts'] = async (db) => {
  const flows = await tagsOf(db, 'flow')
  const flowRuns = await tagsOf(db, 'flow_run')
  const deployments = await tagsOf(db, 'deployment')
  const taskRuns = await tagsOf(db, 'task_run')
  const tags = new Set([flows, flowRuns, deployments, taskRuns].flatMap((all) => [...all.keys()]))
  return [...tags].toSorted().map((tag): TagCount => {
    return {
      tag,
      flows: flows.get(tag) ?? 0,
      flowRuns: flowRuns.get(tag) ?? 0,
      deployments: deployments.get(tag) ?? 0,
      taskRuns: taskRuns.get(tag) ?? 0,
    }
  })
}
