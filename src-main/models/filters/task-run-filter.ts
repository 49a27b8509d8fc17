import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { TaskRunFilter } from '../../../src-shared/contract/schemas/task-run-filter.ts'
import { isOneOf } from '../../database/dialect.ts'
import type { Database } from '../../database/tables.ts'
import * as column from './column-filters.ts'
import { given, join, nullness, unlessAlways, type Condition } from './condition.ts'

/** Prefect's `TaskRunFilter.as_sql_filter`, on the columns of `task_run`. */
export function taskRunCondition(filter: TaskRunFilter): Condition {
  const { ref } = expressionBuilder<Database, 'task_run'>()
  const expected = ref('task_run.expected_start_time')
  return join(filter.operator, [
    given(filter.id, (id) => column.membership(ref('task_run.id'), id)),
    given(filter.name, (name) => column.name(ref('task_run.name'), name)),
    given(filter.tags, (tags) => column.tags(ref('task_run.tags'), tags)),
    given(filter.state, stateCondition),
    given(filter.start_time, (span) => column.span(ref('task_run.start_time'), span)),
    given(filter.end_time, (span) => column.span(ref('task_run.end_time'), span)),
    given(filter.expected_start_time, (span) => column.span(expected, span)),
    given(filter.subflow_runs, ({ exists_ }) =>
      join('and_', [given(exists_, (exists) => hasSubflowRun(exists))]),
    ),
    given(filter.flow_run_id, flowRunIdCondition),
  ])
}

/** A `type` or `name` that asks nothing is left out, as with flow runs. */
function stateCondition(state: NonNullable<TaskRunFilter['state']>): Condition {
  const { ref } = expressionBuilder<Database, 'task_run'>()
  return join(state.operator, [
    given(state.type, (type) => unlessAlways(column.membership(ref('task_run.state_type'), type))),
    given(state.name, (name) => unlessAlways(column.membership(ref('task_run.state_name'), name))),
  ])
}

function hasSubflowRun(exists: boolean): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'task_run'>()
  const subflows = query
    .selectFrom('flow_run as subflow')
    .whereRef('subflow.parent_task_run_id', '=', 'task_run.id')
    .select(query.lit(1).as('one'))
  return exists ? query.exists(subflows) : query.not(query.exists(subflows))
}

/** `is_null_` wins over `any_`; null for both asks nothing. */
function flowRunIdCondition(id: NonNullable<TaskRunFilter['flow_run_id']>): Condition {
  const flowRunId = expressionBuilder<Database, 'task_run'>().ref('task_run.flow_run_id')
  if (id.is_null_ === true) return nullness(flowRunId, true)
  if (id.any_) return isOneOf(flowRunId, id.any_)
  return id.is_null_ === false ? nullness(flowRunId, false) : 'always'
}
