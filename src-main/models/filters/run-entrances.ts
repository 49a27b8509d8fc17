import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import type { Operator } from '../../../src-shared/contract/schemas/filter-parts.ts'
import type { FlowRunFilter } from '../../../src-shared/contract/schemas/flow-run-filter.ts'
import type { TaskRunFilter } from '../../../src-shared/contract/schemas/task-run-filter.ts'
import { hasIndexOn, isOneOf } from '../../database/dialect.ts'
import type { Database } from '../../database/tables.ts'
import * as column from './column-filters.ts'
import type { Condition } from './condition.ts'

/** A way into a table of runs: what an index finds of a filter, before the rest is asked. */
export interface Entrance {
  /** True of each row that the filter matches, and served by an index. */
  readonly condition: Expression<SqlBool>
  /** Conditions that an index alone counts; together about as many rows as the entrance leaves. */
  readonly counted: readonly Expression<SqlBool>[]
  /** Whether the file has the index; absent where every file has it. */
  readonly onlyIf?: Expression<SqlBool>
}

type Texts = readonly string[] | null | undefined
interface Span {
  before_?: string | null | undefined
  after_?: string | null | undefined
}

/** The entrances that a flow run filter has, none if no index serves it. */
export function flowRunEntrances(filter: FlowRunFilter): Entrance[] {
  const { ref } = expressionBuilder<Database, 'flow_run'>()
  const { state, deployment_id, work_queue_name, parent_task_run_id } = filter
  return combined(filter.operator, [
    filter.id && oneOf(ref('flow_run.id'), filter.id.any_),
    filter.name && oneOf(ref('flow_run.name'), filter.name.any_),
    filter.flow_version && oneOf(ref('flow_run.flow_version'), filter.flow_version.any_),
    deployment_id && nullable(ref('flow_run.deployment_id'), deployment_id),
    work_queue_name && nullable(ref('flow_run.work_queue_name'), work_queue_name),
    parent_task_run_id && nullable(ref('flow_run.parent_task_run_id'), parent_task_run_id),
    state &&
      combined(state.operator, [
        state.type && oneOf(ref('flow_run.state_type'), state.type.any_),
        state.name && oneOf(ref('flow_run.state_name'), state.name.any_),
      ]),
    filter.start_time && startedWithin(filter),
    filter.end_time && within(ref('flow_run.end_time'), filter.end_time),
    filter.expected_start_time &&
      within(ref('flow_run.expected_start_time'), filter.expected_start_time),
    filter.next_scheduled_start_time &&
      within(ref('flow_run.next_scheduled_start_time'), filter.next_scheduled_start_time),
    filter.parent_flow_run_id && childOf(filter.parent_flow_run_id.any_),
    // No index of Prefect's begins with these, or looks inside their JSON.
    filter.tags && [],
    filter.idempotency_key && [],
    filter.created_by && [],
  ])
}

/** The entrances that a task run filter has, none if no index serves it. */
export function taskRunEntrances(filter: TaskRunFilter): Entrance[] {
  const { ref } = expressionBuilder<Database, 'task_run'>()
  const { state, flow_run_id } = filter
  return combined(filter.operator, [
    filter.id && oneOf(ref('task_run.id'), filter.id.any_),
    filter.name && oneOf(ref('task_run.name'), filter.name.any_),
    state &&
      combined(state.operator, [
        state.type && oneOf(ref('task_run.state_type'), state.type.any_),
        state.name && oneOf(ref('task_run.state_name'), state.name.any_),
      ]),
    filter.start_time && within(ref('task_run.start_time'), filter.start_time),
    filter.end_time && within(ref('task_run.end_time'), filter.end_time),
    filter.expected_start_time &&
      within(ref('task_run.expected_start_time'), filter.expected_start_time),
    flow_run_id &&
      oneOf(ref('task_run.flow_run_id'), flow_run_id.is_null_ ? null : flow_run_id.any_),
    filter.tags && [],
    filter.subflow_runs && [],
  ])
}

/** With `and_`, the entrance of any part will do; with `or_`, it takes one of every part. */
function combined(
  operator: Operator,
  parts: readonly (Entrance[] | null | undefined)[],
): Entrance[] {
  const set = parts.filter((part) => part !== null && part !== undefined)
  if (operator === 'and_') return set.flat()
  const firsts = set.flatMap((entrances) => entrances.slice(0, 1))
  if (firsts.length === 0 || firsts.length < set.length) return []
  const conditions = firsts.map(({ condition }) => condition)
  return [
    {
      condition: sql<SqlBool>`(${sql.join(conditions, sql` or `)})`,
      counted: firsts.flatMap(({ counted }) => counted),
    },
  ]
}

function entrance(condition: Condition): Entrance[] {
  return condition === 'always' ? [] : [{ condition, counted: [condition] }]
}

function oneOf(text: Expression<string | null>, values: Texts): Entrance[] {
  return values ? entrance(isOneOf(text, values)) : []
}

function nullable(
  text: Expression<string | null>,
  part: { operator: Operator; any_?: Texts; is_null_?: boolean | null | undefined },
): Entrance[] {
  const asksNull = typeof part.is_null_ === 'boolean'
  return combined(part.operator, [part.any_ && oneOf(text, part.any_), asksNull ? [] : null])
}

function within(time: Expression<string | null>, { before_, after_ }: Span): Entrance[] {
  return entrance(column.span(time, { before_, after_ }))
}

/**
 * The filter asks for the start, or while there is none for the expected start. Said as two ranges,
 * two indexes serve it; the second alone is counted, for few runs start much later than expected.
 * Behind the state, Prefect 3.8.8 and later have the filter's own words in an index.
 */
function startedWithin({ operator, start_time, state }: FlowRunFilter): Entrance[] {
  const { ref, fn, and } = expressionBuilder<Database, 'flow_run'>()
  const { before_, after_ } = start_time ?? {}
  const [start, expected] = [ref('flow_run.start_time'), ref('flow_run.expected_start_time')]
  const started = column.span(start, { before_, after_ })
  const planned = column.span(expected, { before_, after_ })
  const either = column.span(fn.coalesce(start, expected), { before_, after_ })
  if (started === 'always' || planned === 'always' || either === 'always') return []
  const condition = sql<SqlBool>`(${started} or (${start} is null and ${planned}))`
  const ranges: Entrance = { condition, counted: [planned] }
  const types = state?.operator === 'and_' ? state.type?.any_ : undefined
  if (operator !== 'and_' || !types) return [ranges]
  const both = and([isOneOf(ref('flow_run.state_type'), types), either])
  const held = hasIndexOn('flow_run', 'state_type, coalesce(start_time, expected_start_time)')
  return [ranges, { condition: both, counted: [both], onlyIf: held }]
}

function childOf(parents: Texts): Entrance[] {
  if (!parents) return []
  const query = expressionBuilder<Database, 'flow_run'>()
  const tasks = query
    .selectFrom('task_run as parent_task')
    .where((parent) => isOneOf(parent.ref('parent_task.flow_run_id'), parents))
    .select('parent_task.id')
  return entrance(query('flow_run.parent_task_run_id', 'in', tasks))
}
