import { expressionBuilder, type AliasableExpression, type ExpressionBuilder } from 'kysely'
import type { RunSortColumn } from '../../../src-shared/contract/schemas/run-row.ts'
import { isOneOf, withoutIndex } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import type { Database } from '../../database/tables.ts'

interface PartTable {
  part: { value: string | null; count: number }
}
type Names = ExpressionBuilder<Database & PartTable, 'part'>

/** The column of `flow_run` that an order goes by, and what the order calls its values. */
interface Grouping {
  readonly column: 'flow_id' | 'deployment_id' | 'work_queue_id' | OwnColumn
  readonly key: (query: Names) => AliasableExpression<string | null>
}
type OwnColumn = 'state_name' | 'work_queue_name' | 'flow_version'

const own = (column: OwnColumn): Grouping => ({ column, key: (query) => query.ref('part.value') })

/** The orders with few values, each held by an index. */
const groupings: Readonly<Partial<Record<RunSortColumn, Grouping>>> = {
  state: own('state_name'),
  workQueue: own('work_queue_name'),
  flowVersion: own('flow_version'),
  flow: {
    column: 'flow_id',
    key: (query) =>
      query
        .selectFrom('flow')
        .whereRef('flow.id', '=', 'part.value')
        .select('flow.name')
        .$asScalar(),
  },
  deployment: {
    column: 'deployment_id',
    key: (query) =>
      query
        .selectFrom('deployment')
        .whereRef('deployment.id', '=', 'part.value')
        .select('deployment.name')
        .$asScalar(),
  },
  workPool: {
    column: 'work_queue_id',
    key: (query) =>
      query
        .selectFrom('work_queue')
        .innerJoin('work_pool', 'work_pool.id', 'work_queue.work_pool_id')
        .whereRef('work_queue.id', '=', 'part.value')
        .select('work_pool.name')
        .$asScalar(),
  },
}

/** Runs that are level with each other. */
interface Group {
  readonly key: string | null
  readonly values: (string | null)[]
  count: number
}

interface Page {
  readonly sort: { readonly column: RunSortColumn; readonly descending: boolean }
  readonly offset: number
  readonly limit: number
}

/**
 * The ids of a page of all runs, in an order with few values: an index alone counts the runs of each
 * value, so that only the groups on the page are looked into. Null for another order.
 */
export async function idsByGroups(db: Reading, page: Page): Promise<string[] | null> {
  const grouping = groupings[page.sort.column]
  if (!grouping) return null
  const groups = await groupsOf(db, grouping, page.sort.descending)
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const ids: string[] = []
  let skipped = page.offset
  for (const group of groups) {
    const limit = page.limit - ids.length
    if (limit === 0) break
    if (skipped < group.count) {
      const part = { column: grouping.column, offset: skipped, limit, total }
      ids.push(...(await idsOfGroup(db, group, part)))
    }
    skipped = Math.max(0, skipped - group.count)
  }
  return ids
}

/** The groups in their order, runs without the value last. */
async function groupsOf(
  db: Reading,
  { column, key }: Grouping,
  descending: boolean,
): Promise<Group[]> {
  const counted = db
    .selectFrom('flow_run')
    .groupBy(column)
    .select((run) => [run.ref(column).as('value'), run.fn.countAll<number>().as('count')])
    .as('part')
  const parts = await db
    .selectFrom(counted)
    .select((query) => ['part.value', 'part.count', key(query as never).as('key')])
    .orderBy('key', (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast()))
    .execute()
  const groups: Group[] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (last && last.key === part.key) {
      last.values.push(part.value)
      last.count += part.count
    } else groups.push({ key: part.key, values: [part.value], count: part.count })
  }
  return groups
}

/** Which of a group's runs are wanted; `total` is the number of all runs. */
interface PartOfGroup {
  readonly column: Grouping['column']
  readonly offset: number
  readonly limit: number
  readonly total: number
}

/** In a large group, runs are gone through by their ids until enough are of it. */
async function idsOfGroup(
  db: Reading,
  group: Group,
  { column, offset, limit, total }: PartOfGroup,
): Promise<string[]> {
  const passed = ((offset + limit) * total) / group.count
  const plain = expressionBuilder<Database, 'flow_run'>().ref(`flow_run.${column}`)
  const value = passed < group.count ? withoutIndex(plain) : plain
  const values = group.values.filter((one) => one !== null)
  const runs = await db
    .selectFrom('flow_run')
    .where((run) =>
      values.length === group.values.length
        ? isOneOf(value, values)
        : run.or([isOneOf(value, values), run(value, 'is', null)]),
    )
    .select('id')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return runs.map(({ id }) => id)
}
