import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { Operator } from '../../../src-shared/contract/schemas/filter-parts.ts'

/** What a filter asks of a row; `always` where it asks nothing. */
export type Condition = Expression<SqlBool> | 'always'

/**
 * Joins the parts of one filter object, as Prefect's `as_sql_filter` does. A part that is not set is
 * `undefined`. With `or_`, one part that asks nothing makes the whole ask nothing.
 */
export function join(operator: Operator, parts: readonly (Condition | undefined)[]): Condition {
  const set = parts.filter((part) => part !== undefined)
  const asking = set.filter((part) => part !== 'always')
  if (asking.length === 0) return 'always'
  if (operator === 'and_') return joined(asking, sql` and `)
  return asking.length < set.length ? 'always' : joined(asking, sql` or `)
}

function joined(
  parts: readonly Expression<SqlBool>[],
  word: RawBuilder<unknown>,
): Expression<SqlBool> {
  const [first] = parts
  if (parts.length === 1 && first) return first
  return sql<SqlBool>`(${sql.join(parts, word)})`
}

/** The condition of a part that is set; `undefined` for one that is not. */
export function given<T>(
  value: T | null | undefined,
  condition: (value: T) => Condition | undefined,
): Condition | undefined {
  return value === null || value === undefined ? undefined : condition(value)
}

/** {@link given}, for lists and texts whose empty value Prefect takes for not set. */
export function givenAny<T extends { readonly length: number }>(
  value: T | null | undefined,
  condition: (value: T) => Condition,
): Condition | undefined {
  return given(value, (set) => (set.length === 0 ? undefined : condition(set)))
}

/** Leaves out a part that asks nothing, so that it cannot make an `or_` ask nothing. */
export function unlessAlways(condition: Condition): Condition | undefined {
  return condition === 'always' ? undefined : condition
}

/** `IS NULL` or, for false, `IS NOT NULL`. */
export function nullness(column: Expression<unknown>, isNull: boolean): Condition {
  return isNull ? sql<SqlBool>`${column} is null` : sql<SqlBool>`${column} is not null`
}

/** The condition as SQL; `true` where it asks nothing. */
export function asExpression(condition: Condition): Expression<SqlBool> {
  return condition === 'always' ? sql<SqlBool>`true` : condition
}
