import type { Expression, SqlBool } from 'kysely'
import type { RunFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import type { RunSortColumn } from '../../../src-shared/contract/schemas/run-row.ts'
import { countUpTo, withoutIndex } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import { asExpression, join, type Condition } from '../filters/condition.ts'
import { flowRunsWhere } from '../filters/flow-runs-where.ts'
import type { WithLabels } from '../filters/label-filter.ts'
import { askedRuns } from './asked-runs.ts'
import { beforeEdge } from './run-edge.ts'
import { idsByGroups } from './run-groups.ts'
import { laterSortKeys, runSortKeys } from './run-sort.ts'

/** Which runs are wanted, and in what order. */
export interface RunPage {
  readonly filters: WithLabels<RunFilters>
  readonly sort: { readonly column: RunSortColumn; readonly descending: boolean }
  readonly offset: number
  readonly limit: number
}

/** So many of the runs that come first are looked at, some 3 µs each; then more, if it seems enough. */
const runsLookedAt = [4_000, 20_000]

/**
 * The ids of a page of runs in their order. Where an index holds the order, the runs that come first
 * are looked at before all others: most filters leave enough of them for the first page. Else it takes
 * one pass over the runs that match.
 */
export async function runIdsBySorting(
  db: Reading,
  page: RunPage,
  looks: readonly number[] = runsLookedAt,
): Promise<string[]> {
  if (page.limit === 0) return []
  const asked = flowRunsWhere(page.filters)
  const first =
    asked === 'always' ? await firstOfAll(db, page) : await firstOf(db, page, { asked, looks })
  return first ?? (await sortedIds(db, page, await askedRuns(db, page.filters)))
}

/** The page of all runs; null where no index holds the order. */
async function firstOfAll(db: Reading, page: RunPage): Promise<string[] | null> {
  const grouped = await idsByGroups(db, page)
  if (grouped) return grouped
  const edge = await beforeEdge(db, { ...page, count: page.offset + page.limit })
  return edge && (await sortedIds(db, page, edge))
}

/** The page out of the runs that come first; null where these do not fill it. */
async function firstOf(
  db: Reading,
  page: RunPage,
  { asked, looks }: { asked: Expression<SqlBool>; looks: readonly number[] },
): Promise<string[] | null> {
  const wanted = page.offset + page.limit
  const most = Math.max(...looks)
  for (const count of looks) {
    const edge = await beforeEdge(db, { ...page, count })
    if (!edge) return null
    const first = join('and_', [edge, withoutIndex(asked)])
    const matching = await countMatching(db, first, wanted)
    if (matching >= wanted) return await sortedIds(db, page, first)
    if ((matching * most) / count < wanted) return null
  }
  return null
}

async function countMatching(db: Reading, where: Condition, most: number): Promise<number> {
  const count = countUpTo('flow_run', asExpression(where), most)
  return (await db.selectNoFrom(count.as('count')).executeTakeFirstOrThrow()).count
}

async function sortedIds(
  db: Reading,
  { sort, offset, limit }: RunPage,
  where: Condition,
): Promise<string[]> {
  // The index of the order would be gone through to its end for a filter that leaves few runs.
  const isServed = where === 'always' || sort.column === 'start'
  const key = runSortKeys[sort.column]
  const later = laterSortKeys[sort.column]
  const runs = await db
    .selectFrom('flow_run')
    .leftJoin('flow', 'flow.id', 'flow_run.flow_id')
    .leftJoin('deployment', 'deployment.id', 'flow_run.deployment_id')
    .leftJoin('work_queue as queue', 'queue.id', 'flow_run.work_queue_id')
    .leftJoin('work_pool as pool', 'pool.id', 'queue.work_pool_id')
    .where(asExpression(where))
    .select('flow_run.id')
    .orderBy(isServed ? key : withoutIndex(key), (order) =>
      sort.descending ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
    .$if(later !== undefined, (run) =>
      run.orderBy(later as Expression<unknown>, sort.descending ? 'desc' : 'asc'),
    )
    .orderBy('flow_run.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return runs.map((run) => run.id)
}
