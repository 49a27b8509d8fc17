import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { DeploymentFilter } from '../../../src-shared/contract/schemas/deployment-filter.ts'
import { containsText } from '../../database/dialect.ts'
import type { Database } from '../../database/tables.ts'
import * as column from './column-filters.ts'
import { given, givenAny, join, type Condition } from './condition.ts'

/**
 * Prefect's `DeploymentFilter.as_sql_filter`, on the columns of `deployment`. Its `concurrency_limit`
 * is deprecated: taken, and no part of the condition, not even a true one for `or_`.
 */
export function deploymentCondition(filter: DeploymentFilter): Condition {
  const { ref } = expressionBuilder<Database, 'deployment'>()
  return join(filter.operator, [
    given(filter.id, (id) => column.membership(ref('deployment.id'), id)),
    given(filter.name, (name) => column.name(ref('deployment.name'), name)),
    given(filter.flow_or_deployment_name, ({ like_ }) =>
      join('and_', [givenAny(like_, isNamedLike)]),
    ),
    given(filter.paused, ({ eq_ }) => join('and_', [given(eq_, isPaused)])),
    given(filter.tags, (tags) => column.tags(ref('deployment.tags'), tags)),
    given(filter.work_queue_name, ({ any_ }) =>
      column.membership(ref('deployment.work_queue_name'), { any_ }),
    ),
  ])
}

function isPaused(paused: boolean): Expression<SqlBool> {
  return expressionBuilder<Database, 'deployment'>()('deployment.paused', '=', paused ? 1 : 0)
}

function isNamedLike(text: string): Condition {
  const query = expressionBuilder<Database, 'deployment'>()
  const flows = query
    .selectFrom('flow as named_flow')
    .whereRef('named_flow.id', '=', 'deployment.flow_id')
    .where((flow) => containsText(flow.ref('named_flow.name'), text))
    .select(query.lit(1).as('one'))
  return join('or_', [containsText(query.ref('deployment.name'), text), query.exists(flows)])
}
