import { sql, type Expression, type SqlBool } from 'kysely'
import type { Operator } from '../../../src-shared/contract/schemas/filter-parts.ts'
import { storeTimestamp } from '../../database/codecs.ts'
import { containsText, hasAllTags, hasAnyTag, isNoneOf, isOneOf } from '../../database/dialect.ts'
import { given, givenAny, join, nullness, type Condition } from './condition.ts'

type Texts = readonly string[] | null | undefined

/** One of, and none of: each in force where it is set; an empty `any_` matches no row. */
export function membership(
  column: Expression<string | null>,
  filter: { any_?: Texts; not_any_?: Texts },
): Condition {
  return join('and_', [
    given(filter.any_, (values) => isOneOf(column, values)),
    givenAny(filter.not_any_, (values) => isNoneOf(column, values)),
  ])
}

/** One of, and like. */
export function name(
  column: Expression<string>,
  filter: { any_?: Texts; like_?: string | null | undefined },
): Condition {
  return join('and_', [
    given(filter.any_, (values) => isOneOf(column, values)),
    givenAny(filter.like_, (text) => containsText(column, text)),
  ])
}

/** One of, or with or without a value, under the object's own operator. */
export function nullable(
  column: Expression<string | null>,
  filter: { operator: Operator; any_?: Texts; is_null_?: boolean | null | undefined },
): Condition {
  return join(filter.operator, [
    given(filter.any_, (values) => isOneOf(column, values)),
    given(filter.is_null_, (isNull) => nullness(column, isNull)),
  ])
}

/** By tags. `is_null_` compares the text with `[]`, as Prefect does. */
export function tags(
  column: Expression<string>,
  filter: {
    operator: Operator
    all_?: Texts
    any_?: Texts
    is_null_?: boolean | null | undefined
  },
): Condition {
  return join(filter.operator, [
    givenAny(filter.all_, (wanted) => hasAllTags(column, wanted)),
    given(filter.any_, (wanted) => hasAnyTag(column, wanted)),
    given(filter.is_null_, (isEmpty) =>
      isEmpty ? sql<SqlBool>`${column} = '[]'` : sql<SqlBool>`${column} != '[]'`,
    ),
  ])
}

/** Within a span, both ends inclusive; a row without the value is outside. */
export function span(
  column: Expression<string | null>,
  filter: {
    before_?: string | null | undefined
    after_?: string | null | undefined
    is_null_?: boolean | null | undefined
  },
  nullColumn: Expression<string | null> = column,
): Condition {
  return join('and_', [
    given(filter.before_, (end) => sql<SqlBool>`${column} <= ${storeTimestamp(end)}`),
    given(filter.after_, (start) => sql<SqlBool>`${column} >= ${storeTimestamp(start)}`),
    given(filter.is_null_, (isNull) => nullness(nullColumn, isNull)),
  ])
}
