import { expressionBuilder } from 'kysely'
import type { WorkQueueFilter } from '../../../src-shared/contract/schemas/work-queue-filter.ts'
import { startsWithText } from '../../database/dialect.ts'
import type { Database } from '../../database/tables.ts'
import * as column from './column-filters.ts'
import { given, join, type Condition } from './condition.ts'

/** Prefect's `WorkQueueFilter.as_sql_filter`, on the columns of `work_queue`. */
export function workQueueCondition(filter: WorkQueueFilter): Condition {
  const { ref } = expressionBuilder<Database, 'work_queue'>()
  return join(filter.operator, [
    given(filter.id, (id) => column.membership(ref('work_queue.id'), id)),
    given(filter.name, nameCondition),
  ])
}

/** An empty `startswith_` is no part at all, as SQLAlchemy leaves out an `or_` of nothing. */
function nameCondition({ any_, startswith_ }: NonNullable<WorkQueueFilter['name']>): Condition {
  const name = expressionBuilder<Database, 'work_queue'>().ref('work_queue.name')
  const beginnings = startswith_?.map((text) => startsWithText(name, text)) ?? []
  return join('and_', [
    given(any_, (values) => column.membership(name, { any_: values })),
    beginnings.length > 0 ? join('or_', beginnings) : undefined,
  ])
}
