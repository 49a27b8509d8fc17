import { expressionBuilder, sql, type SqlBool } from 'kysely'
import type { RunSortColumn } from '../../../src-shared/contract/schemas/run-row.ts'
import { now, withoutIndex } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import type { Database } from '../../database/tables.ts'
import type { Condition } from '../filters/condition.ts'

/** The orders that an index of Prefect's holds, by the column that it is of. */
const indexed = {
  start: 'start_time',
  /** Prefect's `START_TIME`: unlike `start`, runs that are still to come are among the others. */
  startOrExpected: 'start_time',
  end: 'end_time',
  expected: 'expected_start_time',
  nextScheduled: 'next_scheduled_start_time',
  updated: 'updated',
  name: 'name',
  id: 'id',
} as const

/** What the screens sort by, and Prefect's own order by start. */
type EdgeColumn = RunSortColumn | 'startOrExpected'

/** An order, and how many of its first runs are asked for. */
interface FirstRuns {
  readonly sort: { readonly column: EdgeColumn; readonly descending: boolean }
  readonly count: number
}

/**
 * True of the first `count` runs of an order, and of those that are level with the last of them: an
 * index alone finds the edge, and the runs before it. Null where no index holds the order, or where
 * fewer runs have the value.
 */
export async function beforeEdge(
  db: Reading,
  { sort: { column, descending }, count }: FirstRuns,
): Promise<Condition | null> {
  if (!isIndexed(column)) return null
  const edge = await db
    .selectFrom('flow_run')
    .select(`${indexed[column]} as value`)
    // A value; and said so that SQLite searches the index, and does not call it a scan.
    .where(indexed[column], '>', '')
    .orderBy(indexed[column], descending ? 'desc' : 'asc')
    .limit(1)
    .offset(count - 1)
    .executeTakeFirst()
  if (!edge) return null
  const { ref, eb } = expressionBuilder<Database, 'flow_run'>()
  const reaches = descending ? '>=' : '<='
  const within = eb(`flow_run.${indexed[column]}`, reaches, edge.value)
  if (column !== 'start' && column !== 'startOrExpected') return within
  // A run without a start stands by its expected start. The plus keeps to the index of the latter.
  const reached = eb('flow_run.expected_start_time', reaches, edge.value)
  const hasCome = eb('flow_run.expected_start_time', '<=', now())
  const planned = column === 'start' ? eb.and([reached, hasCome]) : reached
  return sql<SqlBool>`(${within}
    or (${withoutIndex(ref('flow_run.start_time'))} is null and ${planned}))`
}

function isIndexed(column: EdgeColumn): column is keyof typeof indexed {
  return column in indexed
}
