import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { FlowRunFilter } from '../../../src-shared/contract/schemas/flow-run-filter.ts'
import { isOneOf, jsonMember } from '../../database/dialect.ts'
import type { Database } from '../../database/tables.ts'
import * as column from './column-filters.ts'
import { given, join, nullness, unlessAlways, type Condition } from './condition.ts'

type Part = Condition | undefined

/** Prefect's `FlowRunFilter.as_sql_filter`, on the columns of `flow_run`. */
export function flowRunCondition(filter: FlowRunFilter): Condition {
  return join(filter.operator, [
    ...identityParts(filter),
    ...timeParts(filter),
    ...originParts(filter),
  ])
}

function identityParts(filter: FlowRunFilter): Part[] {
  const { ref } = expressionBuilder<Database, 'flow_run'>()
  return [
    given(filter.id, (id) => column.membership(ref('flow_run.id'), id)),
    given(filter.name, (name) => column.name(ref('flow_run.name'), name)),
    given(filter.tags, (tags) => column.tags(ref('flow_run.tags'), tags)),
    given(filter.state, stateCondition),
    given(filter.flow_version, ({ any_ }) =>
      column.membership(ref('flow_run.flow_version'), { any_ }),
    ),
    given(filter.idempotency_key, (key) => column.membership(ref('flow_run.idempotency_key'), key)),
  ]
}

function timeParts(filter: FlowRunFilter): Part[] {
  const { ref, fn } = expressionBuilder<Database, 'flow_run'>()
  const start = ref('flow_run.start_time')
  const expected = ref('flow_run.expected_start_time')
  const next = ref('flow_run.next_scheduled_start_time')
  return [
    given(filter.start_time, (span) => column.span(fn.coalesce(start, expected), span, start)),
    given(filter.end_time, (span) => column.span(ref('flow_run.end_time'), span)),
    given(filter.expected_start_time, (span) => column.span(expected, span)),
    given(filter.next_scheduled_start_time, (span) => column.span(next, span)),
  ]
}

function originParts(filter: FlowRunFilter): Part[] {
  const { ref } = expressionBuilder<Database, 'flow_run'>()
  return [
    given(filter.deployment_id, (id) => column.nullable(ref('flow_run.deployment_id'), id)),
    given(filter.work_queue_name, (name) => column.nullable(ref('flow_run.work_queue_name'), name)),
    given(filter.parent_flow_run_id, ({ operator, any_ }) =>
      join(operator, [given(any_, isChildOf)]),
    ),
    given(filter.parent_task_run_id, (id) =>
      column.nullable(ref('flow_run.parent_task_run_id'), id),
    ),
    given(filter.created_by, createdByCondition),
  ]
}

/** A `type` or `name` that asks nothing is left out, so that it cannot make an `or_` ask nothing. */
function stateCondition(state: NonNullable<FlowRunFilter['state']>): Condition {
  const { ref } = expressionBuilder<Database, 'flow_run'>()
  return join(state.operator, [
    given(state.type, (type) => unlessAlways(column.membership(ref('flow_run.state_type'), type))),
    given(state.name, (name) => unlessAlways(column.membership(ref('flow_run.state_name'), name))),
  ])
}

function isChildOf(parents: readonly string[]): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'flow_run'>()
  const parentTasks = query
    .selectFrom('task_run as parent_task')
    .where((parent) => isOneOf(parent.ref('parent_task.flow_run_id'), parents))
    .select('parent_task.id')
  return query('flow_run.parent_task_run_id', 'in', parentTasks)
}

function createdByCondition(creator: NonNullable<FlowRunFilter['created_by']>): Condition {
  const createdBy = expressionBuilder<Database, 'flow_run'>().ref('flow_run.created_by')
  return join(creator.operator, [
    given(creator.id_, (ids) => isOneOf(jsonMember(createdBy, 'id'), ids)),
    given(creator.type_, (types) => isOneOf(jsonMember(createdBy, 'type'), types)),
    given(creator.is_null_, (isNull) => nullness(createdBy, isNull)),
  ])
}
