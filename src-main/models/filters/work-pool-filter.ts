import { expressionBuilder } from 'kysely'
import type { WorkPoolFilter } from '../../../src-shared/contract/schemas/work-pool-filter.ts'
import type { Database } from '../../database/tables.ts'
import * as column from './column-filters.ts'
import { given, join, type Condition } from './condition.ts'

/** Prefect's `WorkPoolFilter.as_sql_filter`, on the columns of `work_pool`. */
export function workPoolCondition(filter: WorkPoolFilter): Condition {
  const { ref } = expressionBuilder<Database, 'work_pool'>()
  return join(filter.operator, [
    given(filter.id, (id) => column.membership(ref('work_pool.id'), id)),
    given(filter.name, (name) => column.membership(ref('work_pool.name'), name)),
    given(filter.type, (type) => column.membership(ref('work_pool.type'), type)),
  ])
}
