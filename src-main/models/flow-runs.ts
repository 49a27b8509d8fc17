import type { Expression, SelectQueryBuilder } from 'kysely'
import type { contract } from '../../src-shared/contract/contract.ts'
import type { RunFilters } from '../../src-shared/contract/schemas/filter-bodies.ts'
import type { FlowRunSort } from '../../src-shared/contract/schemas/sorting.ts'
import { withoutIndex } from '../database/dialect.ts'
import type { ModelOf, Reading } from '../database/model.ts'
import type { Database } from '../database/tables.ts'
import { join, type Condition } from './filters/condition.ts'
import { flowRunsWhere } from './filters/flow-runs-where.ts'
import { paged, type Page } from './paged.ts'
import { flowRunColumns, flowRunResponses } from './responses/flow-run-response.ts'
import { askedRuns } from './rows/asked-runs.ts'
import { beforeEdge } from './rows/run-edge.ts'

type FlowRuns = ModelOf<typeof contract.flowRuns>
type FlowRunQuery<O> = SelectQueryBuilder<Database, 'flow_run', O>

/** Prefect's `read_flow_runs`: six filters, sort, limit, offset. Ties are broken by the id. */
const readFlowRuns: FlowRuns['readFlowRuns'] = async (db, { limit, offset, sort, ...filters }) => {
  const page = { limit, offset }
  const first = await readFirst(db, { filters, page, sort })
  const rows = first ?? (await readPage(db, { where: await askedRuns(db, filters), page, sort }))
  return flowRunResponses(db, rows)
}

/** Prefect's `count_flow_runs`. */
const countFlowRuns: FlowRuns['countFlowRuns'] = async (db, filters) => {
  const { count } = await selectFlowRuns(db, await askedRuns(db, filters))
    .select((run) => run.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

interface Asked {
  readonly page: Page
  readonly sort: FlowRunSort
}

/** So many of the runs that come first are looked at, some 3 µs each. */
const fewestLookedAt = 2_000
const mostLookedAt = 20_000

/**
 * The page out of the runs that come first in an index of the order: most filters leave enough of
 * them. Null where they do not fill it, or no index holds the order.
 */
async function readFirst(db: Reading, { filters, page, sort }: Asked & { filters: RunFilters }) {
  const column = edges[sort]
  if (!column || typeof page.limit !== 'number' || page.limit === 0) return null
  const where = flowRunsWhere(filters)
  const wanted = page.limit + (page.offset ?? 0)
  const count = where === 'always' ? wanted : Math.max(fewestLookedAt, wanted * 4)
  if (count > mostLookedAt) return null
  const edge = await beforeEdge(db, { sort: { column, descending: isDescending(sort) }, count })
  if (edge === null) return null
  const first = join('and_', [edge, where === 'always' ? where : withoutIndex(where)])
  const rows = await readPage(db, { where: first, page, sort })
  return rows.length === page.limit ? rows : null
}

/** Rising orders begin with the runs without the value, which no index's edge tells. */
const edges = {
  ID_DESC: 'id',
  START_TIME_ASC: null,
  START_TIME_DESC: 'startOrExpected',
  EXPECTED_START_TIME_ASC: null,
  EXPECTED_START_TIME_DESC: 'expected',
  NAME_ASC: 'name',
  NAME_DESC: 'name',
  NEXT_SCHEDULED_START_TIME_ASC: null,
  END_TIME_DESC: 'end',
} as const

function readPage(db: Reading, { where, page, sort }: Asked & { where: Condition }) {
  const query = selectFlowRuns(db, where).select(flowRunColumns)
  // Through the order's index, a filter that few runs match would be asked of all, one by one.
  const isServed = where === 'always'
  const sorted = query
    .orderBy(
      ({ ref, fn }): Expression<unknown> => {
        const column = columns[sort]
        const key = Array.isArray(column) ? fn.coalesce(...column) : ref(column)
        return isServed ? key : withoutIndex(key)
      },
      isDescending(sort) ? 'desc' : 'asc',
    )
    .$if(sort !== 'ID_DESC', (runs) => runs.orderBy('flow_run.id'))
  return paged(sorted, page).execute()
}

function selectFlowRuns(db: Reading, where: Condition): FlowRunQuery<object> {
  const query = db.selectFrom('flow_run')
  return (where === 'always' ? query : query.where(where)) as never
}

function isDescending(sort: FlowRunSort): boolean {
  return sort.endsWith('_DESC')
}

const started: ['flow_run.start_time', 'flow_run.expected_start_time'] = [
  'flow_run.start_time',
  'flow_run.expected_start_time',
]

const columns = {
  ID_DESC: 'flow_run.id',
  START_TIME_ASC: started,
  START_TIME_DESC: started,
  EXPECTED_START_TIME_ASC: 'flow_run.expected_start_time',
  EXPECTED_START_TIME_DESC: 'flow_run.expected_start_time',
  NAME_ASC: 'flow_run.name',
  NAME_DESC: 'flow_run.name',
  NEXT_SCHEDULED_START_TIME_ASC: 'flow_run.next_scheduled_start_time',
  END_TIME_DESC: 'flow_run.end_time',
} as const

/** The read functions of `prefect.server.models.flow_runs`, on the file. */
export const flowRuns: FlowRuns = { readFlowRuns, countFlowRuns }
