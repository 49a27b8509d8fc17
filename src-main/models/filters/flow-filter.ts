import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { FlowFilter } from '../../../src-shared/contract/schemas/flow-filter.ts'
import type { Database } from '../../database/tables.ts'
import * as column from './column-filters.ts'
import { given, join, type Condition } from './condition.ts'

/** Prefect's `FlowFilter.as_sql_filter`, on the columns of `flow`. */
export function flowCondition(filter: FlowFilter): Condition {
  const { ref } = expressionBuilder<Database, 'flow'>()
  return join(filter.operator, [
    given(filter.id, (id) => column.membership(ref('flow.id'), id)),
    given(filter.deployment, ({ operator, is_null_ }) =>
      join(operator, [given(is_null_, hasDeployment)]),
    ),
    given(filter.name, (name) => column.name(ref('flow.name'), name)),
    given(filter.tags, (tags) => column.tags(ref('flow.tags'), tags)),
  ])
}

function hasDeployment(isNull: boolean): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'flow'>()
  const deployed = query.selectFrom('deployment').select('deployment.flow_id')
  return query('flow.id', isNull ? 'not in' : 'in', deployed)
}
