import { expressionBuilder, sql, type Expression } from 'kysely'
import type { RunSortColumn } from '../../../src-shared/contract/schemas/run-row.ts'
import { intervalUntilNow, now, wellFormedMoment } from '../../database/dialect.ts'
import { secondsLate } from '../../database/row-expressions.ts'
import type { Database } from '../../database/tables.ts'

/** The tables of a run and of what it names, by the names that the keys call them. */
export type RunTables = Database & {
  queue: Database['work_queue']
  pool: Database['work_pool']
}

const { ref, fn } = expressionBuilder<RunTables, 'flow_run' | 'flow' | 'deployment' | 'pool'>()

const state = ref('flow_run.state_type')
const start = ref('flow_run.start_time')
const expected = ref('flow_run.expected_start_time')

/** `total_run_time`, and while RUNNING the time since the state began with it. */
function duration(): Expression<unknown> {
  const ran = wellFormedMoment(ref('flow_run.total_run_time'))
  const runs = intervalUntilNow(ran as Expression<string>, ref('flow_run.state_timestamp'))
  return sql`case ${state} when 'RUNNING' then coalesce(${runs}, ${ran}) else ${ran} end`
}

/** The start, or while there is none the expected start; none for a run that is still to come. */
function begun(): Expression<unknown> {
  const hasCome = sql`${start} is not null or ${expected} <= ${now()}`
  return sql`case when ${hasCome} then coalesce(${start}, ${expected}) end`
}

/** How much later than expected a run started; of one that has not, and may yet, how late it is. */
function lateness(): Expression<unknown> {
  const ended = sql`${state} in ('COMPLETED', 'FAILED', 'CRASHED', 'CANCELLED')`
  return sql`case when ${start} is not null then ${secondsLate(start, expected)}
    when ${ended} then null else ${secondsLate(now(), expected)} end`
}

/** What runs are sorted by, NULL for a run without the value; an empty list or object is none. */
export const runSortKeys: Readonly<Record<RunSortColumn, Expression<unknown>>> = {
  name: ref('flow_run.name'),
  id: ref('flow_run.id'),
  state: ref('flow_run.state_name'),
  flow: ref('flow.name'),
  deployment: ref('deployment.name'),
  workPool: ref('pool.name'),
  workQueue: ref('flow_run.work_queue_name'),
  start: begun(),
  end: ref('flow_run.end_time'),
  expected,
  nextScheduled: ref('flow_run.next_scheduled_start_time'),
  duration: duration(),
  lateness: lateness(),
  runCount: ref('flow_run.run_count'),
  created: ref('flow_run.created'),
  updated: ref('flow_run.updated'),
  tags: sql`nullif(${ref('flow_run.tags')}, '[]')`,
  labels: sql`nullif(${ref('flow_run.labels')}, '{}')`,
  parameters: sql`nullif(${ref('flow_run.parameters')}, '{}')`,
  flowVersion: ref('flow_run.flow_version'),
}

/** By what runs without the value stand among themselves, before the id. */
export const laterSortKeys: Readonly<Partial<Record<RunSortColumn, Expression<unknown>>>> = {
  start: fn.coalesce(start, expected),
}
