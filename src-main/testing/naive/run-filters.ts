import type { Rows } from '../rows.ts'
import type { StoredData } from './flow-filters.ts'
import {
  byName,
  byNullable,
  byNullableId,
  bySpan,
  byTags,
  idInOrOut,
  inOrOut,
  isGiven,
  isIn,
  isNull,
  jsonText,
} from './parts.ts'
import { storedUuid } from './text.ts'
import { join, type Truth } from './truth.ts'
import type { ByState, InOrOut, WireFlowRunFilter, WireTaskRunFilter } from './wire.ts'

type FlowRun = Rows['flow_run']

/** Prefect's FlowRunFilter. */
export function flowRunFilter(data: StoredData, run: FlowRun, filter: WireFlowRunFilter): Truth {
  const parts: Truth[] = []
  const { id, name, tags, state } = filter
  if (id) parts.push(idInOrOut(run.id, id))
  if (name) parts.push(byName(run.name, name))
  if (tags) parts.push(byTags(run.tags, tags))
  if (state) parts.push(byState(run, state))
  if (filter.deployment_id) parts.push(byNullableId(run.deployment_id, filter.deployment_id))
  if (filter.work_queue_name) parts.push(byNullable(run.work_queue_name, filter.work_queue_name))
  if (filter.flow_version) parts.push(inOrOut(run.flow_version, { any_: filter.flow_version.any_ }))
  if (filter.idempotency_key) parts.push(inOrOut(run.idempotency_key, filter.idempotency_key))
  if (filter.created_by) parts.push(byCreator(run, filter.created_by))
  return join(filter.operator, [...parts, ...ofTimes(run, filter), ...ofParents(data, run, filter)])
}

function ofTimes(run: FlowRun, filter: WireFlowRunFilter): Truth[] {
  const parts: Truth[] = []
  const { start_time: start, end_time: end, expected_start_time: expected } = filter
  const next = filter.next_scheduled_start_time
  if (start) parts.push(bySpan(run.start_time ?? run.expected_start_time, start, run.start_time))
  if (end) parts.push(bySpan(run.end_time, end))
  if (expected) parts.push(bySpan(run.expected_start_time, expected))
  if (next) parts.push(bySpan(run.next_scheduled_start_time, next))
  return parts
}

function ofParents(data: StoredData, run: FlowRun, filter: WireFlowRunFilter): Truth[] {
  const parts: Truth[] = []
  const { parent_flow_run_id: byFlowRun, parent_task_run_id: byTaskRun } = filter
  if (byFlowRun) {
    const parent = data.task_run.find((task) => task.id === run.parent_task_run_id)
    // The list comes from a join: a run without a parent is plainly not in it.
    const listed = (ids: readonly string[]): Truth =>
      isIn(parent?.flow_run_id ?? null, ids.map(storedUuid)) === true
    parts.push(join(byFlowRun.operator, byFlowRun.any_ ? [listed(byFlowRun.any_)] : []))
  }
  if (byTaskRun) parts.push(byNullableId(run.parent_task_run_id, byTaskRun))
  return parts
}

function byCreator(run: FlowRun, filter: NonNullable<WireFlowRunFilter['created_by']>): Truth {
  const parts: Truth[] = []
  const { id_, type_, is_null_ } = filter
  if (id_) parts.push(isIn(jsonText(run.created_by, 'id'), id_.map(storedUuid)))
  if (type_) parts.push(isIn(jsonText(run.created_by, 'type'), type_))
  if (isGiven(is_null_)) parts.push(isNull(run.created_by, is_null_))
  return join(filter.operator, parts)
}

/** A `type` or `name` that asks nothing is left out, so that it makes no `or_` true (6.4). */
function byState(
  run: Pick<FlowRun, 'state_type' | 'state_name'>,
  { operator, type, name }: ByState,
): Truth {
  const parts: Truth[] = []
  if (asks(type)) parts.push(inOrOut(run.state_type, type))
  if (asks(name)) parts.push(inOrOut(run.state_name, name))
  return join(operator, parts)
}

function asks(filter: InOrOut | null | undefined): filter is InOrOut {
  return isGiven(filter?.any_) || Boolean(filter?.not_any_?.length)
}

/** Prefect's TaskRunFilter. */
export function taskRunFilter(
  data: StoredData,
  run: Rows['task_run'],
  filter: WireTaskRunFilter,
): Truth {
  const parts: Truth[] = []
  const { id, name, tags, state, subflow_runs: subflows, flow_run_id: ofFlowRun } = filter
  if (id) parts.push(idInOrOut(run.id, { any_: id.any_ }))
  if (name) parts.push(byName(run.name, name))
  if (tags) parts.push(byTags(run.tags, tags))
  if (state) parts.push(byState(run, state))
  if (filter.start_time) parts.push(bySpan(run.start_time, filter.start_time))
  if (filter.end_time) parts.push(bySpan(run.end_time, filter.end_time))
  if (filter.expected_start_time)
    parts.push(bySpan(run.expected_start_time, filter.expected_start_time))
  if (subflows) {
    const started = data.flow_run.some((each) => each.parent_task_run_id === run.id)
    parts.push(isGiven(subflows.exists_) ? started === subflows.exists_ : true)
  }
  if (ofFlowRun) parts.push(byFlowRunId(run.flow_run_id, ofFlowRun))
  return join(filter.operator, parts)
}

/** Here `is_null_` is false where it is not said: an empty object asks for a flow run. */
function byFlowRunId(
  column: string | null,
  { any_, is_null_ = false }: NonNullable<WireTaskRunFilter['flow_run_id']>,
): Truth {
  if (is_null_ === true) return isNull(column, true)
  if (any_) return isIn(column, any_.map(storedUuid))
  return is_null_ === false ? isNull(column, false) : true
}
