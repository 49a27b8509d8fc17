import type { Expression, SelectQueryBuilder } from 'kysely'
import type { contract } from '../../src-shared/contract/contract.ts'
import type { TaskRunFilters } from '../../src-shared/contract/schemas/filter-bodies.ts'
import type { TaskRunSort } from '../../src-shared/contract/schemas/sorting.ts'
import { intervalUntilNow, withoutIndex } from '../database/dialect.ts'
import type { ModelOf, Reading } from '../database/model.ts'
import type { Database } from '../database/tables.ts'
import { join, type Condition } from './filters/condition.ts'
import { firstTaskRuns } from './filters/first-task-runs.ts'
import { taskRunsWhere } from './filters/task-runs-where.ts'
import { paged, type Page } from './paged.ts'
import { taskRunColumns, taskRunResponses } from './responses/task-run-response.ts'

type TaskRuns = ModelOf<typeof contract.taskRuns>
type TaskRunQuery<O> = SelectQueryBuilder<Database, 'task_run', O>

/** Prefect's `read_task_runs`: four filters, sort, limit, offset. Ties are broken by the id. */
const readTaskRuns: TaskRuns['readTaskRuns'] = async (db, { limit, offset, sort, ...filters }) => {
  const page = { limit, offset }
  const first = await readFirst(db, { filters, page, sort })
  const rows = first ?? (await readPage(db, { where: taskRunsWhere(filters), page, sort }))
  return taskRunResponses(db, rows)
}

/** Prefect's `count_task_runs`. */
const countTaskRuns: TaskRuns['countTaskRuns'] = async (db, filters) => {
  const { count } = await selectTaskRuns(db, taskRunsWhere(filters))
    .select((run) => run.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

interface Asked {
  readonly page: Page
  readonly sort: TaskRunSort
}

/** So many of the task runs that come first are looked at, some 5 µs each. */
const fewestLookedAt = 2_000
const mostLookedAt = 20_000

/**
 * The page out of the task runs that come first in an index of the order: most filters leave enough of
 * them. Null where they do not fill it, or no index holds the order.
 */
async function readFirst(
  db: Reading,
  { filters, page, sort }: Asked & { filters: TaskRunFilters },
) {
  const where = taskRunsWhere(filters, 'each')
  if (where === 'always' || typeof page.limit !== 'number' || page.limit === 0) return null
  const count = Math.max(fewestLookedAt, (page.limit + (page.offset ?? 0)) * 4)
  if (count > mostLookedAt) return null
  const edge = await firstTaskRuns(db, { sort, count })
  if (edge === null) return null
  const first = join('and_', [edge, withoutIndex(where)])
  const rows = await readPage(db, { where: first, page, sort })
  return rows.length === page.limit ? rows : null
}

function readPage(db: Reading, { where, page, sort }: Asked & { where: Condition }) {
  const query = selectTaskRuns(db, where).select(taskRunColumns)
  if (sort === 'DURATION_ASC' || sort === 'DURATION_DESC') {
    return paged(byDuration(query, sort === 'DURATION_DESC'), page).execute()
  }
  // Through the order's index, a filter that few rows match would be asked of all, one by one.
  const isServed = where === 'always'
  const sorted = query
    .orderBy(
      ({ ref }): Expression<unknown> =>
        isServed ? ref(columns[sort]) : withoutIndex(ref(columns[sort])),
      sort.endsWith('_DESC') ? 'desc' : 'asc',
    )
    .$if(sort !== 'ID_DESC', (runs) => runs.orderBy('task_run.id'))
  return paged(sorted, page).execute()
}

/** By `estimated_run_time`; of those that are level, the ones expected last come first. */
function byDuration<O>(query: TaskRunQuery<O>, isDescending: boolean): TaskRunQuery<O> {
  return query
    .orderBy(
      ({ case: when, ref }) =>
        when()
          .when('task_run.state_type', '=', 'RUNNING')
          .then(intervalUntilNow(ref('task_run.total_run_time'), ref('task_run.state_timestamp')))
          .else(ref('task_run.total_run_time'))
          .end(),
      isDescending ? 'desc' : 'asc',
    )
    .orderBy('task_run.expected_start_time', 'desc')
    .orderBy('task_run.id', 'desc')
}

function selectTaskRuns(db: Reading, where: Condition): TaskRunQuery<object> {
  const query = db.selectFrom('task_run')
  return (where === 'always' ? query : query.where(where)) as never
}

const columns = {
  ID_DESC: 'task_run.id',
  EXPECTED_START_TIME_ASC: 'task_run.expected_start_time',
  EXPECTED_START_TIME_DESC: 'task_run.expected_start_time',
  NAME_ASC: 'task_run.name',
  NAME_DESC: 'task_run.name',
  NEXT_SCHEDULED_START_TIME_ASC: 'task_run.next_scheduled_start_time',
  END_TIME_DESC: 'task_run.end_time',
} as const

/** The read functions of `prefect.server.models.task_runs`, on the file. */
export const taskRuns: TaskRuns = { readTaskRuns, countTaskRuns }
