import { sql, type Expression, type SqlBool } from 'kysely'
import type {
  LabelCondition,
  LabelFilter,
  LabelFilters,
} from '../../../src-shared/contract/schemas/label-filter.ts'
import { hasLabel, hasLabelKey } from '../../database/stored-labels.ts'
import { join, type Condition } from './condition.ts'

/** Filters of Prefect's, and the label filters beside them. */
export type WithLabels<Filters> = Filters & { readonly labels?: LabelFilters }

/** The condition of a label filter, on a column of labels. Ours: Prefect has no such filter. */
export function labelCondition(
  labels: Expression<string | null>,
  { operator, conditions }: LabelFilter,
): Condition {
  return join(
    operator,
    conditions.map((condition) => oneCondition(labels, condition)),
  )
}

function oneCondition(
  labels: Expression<string | null>,
  condition: LabelCondition,
): Expression<SqlBool> {
  if (condition.is === 'has') return hasLabelKey(labels, condition.key)
  if (condition.is === 'has_not') return sql<SqlBool>`not ${hasLabelKey(labels, condition.key)}`
  const holds = hasLabel(labels, condition)
  return condition.is === 'is' ? holds : sql<SqlBool>`not ${holds}`
}
