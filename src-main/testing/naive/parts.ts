import { compareTexts, matchesLike, storedMoment, storedUuid } from './text.ts'
import { both, join, not, type Truth } from './truth.ts'
import type { ByName, ByNullable, BySpan, ByTags, InOrOut } from './wire.ts'

/** `column IN (…)`: nothing is in the empty list, and NULL is in none. */
export function isIn(column: string | null, list: readonly string[]): Truth {
  if (list.length === 0) return false
  return column === null ? null : list.includes(column)
}

/** `any_` is asked also when empty, `not_any_` only when it names something. */
export function inOrOut(column: string | null, filter: InOrOut): Truth {
  const parts: Truth[] = []
  if (filter.any_) parts.push(isIn(column, filter.any_))
  if (filter.not_any_?.length) parts.push(not(isIn(column, filter.not_any_)))
  return both(parts)
}

/** {@link inOrOut} of ids. */
export function idInOrOut(column: string | null, filter: InOrOut): Truth {
  const any_ = filter.any_?.map(storedUuid)
  return inOrOut(column, { any_, not_any_: filter.not_any_?.map(storedUuid) })
}

/** `lower(column) LIKE lower('%' || part || '%')`. */
export function isLike(column: string, part: string): Truth {
  return matchesLike(column, `%${part}%`)
}

/** By name: the parts joined with AND, an empty `like_` ignored. */
export function byName(column: string, filter: ByName): Truth {
  const parts = [inOrOut(column, { any_: filter.any_ })]
  if (filter.like_) parts.push(isLike(column, filter.like_))
  return both(parts)
}

/** `column IS NULL`, or that it is not. */
export function isNull(column: string | null, wanted: boolean): Truth {
  return (column === null) === wanted
}

/** By a column that may be NULL, and holds a text. */
export function byNullable(column: string | null, filter: ByNullable): Truth {
  const parts: Truth[] = []
  if (filter.any_) parts.push(isIn(column, filter.any_))
  if (isGiven(filter.is_null_)) parts.push(isNull(column, filter.is_null_))
  return join(filter.operator, parts)
}

/** By a column that may be NULL, and holds an id. */
export function byNullableId(column: string | null, filter: ByNullable): Truth {
  return byNullable(column, { ...filter, any_: filter.any_?.map(storedUuid) })
}

/** By tags. A text that is no JSON holds no tag, yet it is another text than `[]`. */
export function byTags(column: string, filter: ByTags): Truth {
  const parts: Truth[] = []
  const { all_, any_, is_null_ } = filter
  if (all_?.length) parts.push(all_.every((tag) => jsonValues(column).includes(tag)))
  if (any_) parts.push(any_.some((tag) => tagsOrKeys(column).includes(tag)))
  if (isGiven(is_null_)) parts.push((column === '[]') === is_null_)
  return join(filter.operator, parts)
}

/** By a span: texts compared, both ends inside, a NULL outside. `start` is what `is_null_` asks. */
export function bySpan(
  column: string | null,
  filter: BySpan,
  start: string | null = column,
): Truth {
  const parts: Truth[] = []
  const { before_, after_, is_null_ } = filter
  if (isGiven(before_)) parts.push(unlessNull(compared(column, before_), (order) => order <= 0))
  if (isGiven(after_)) parts.push(unlessNull(compared(column, after_), (order) => order >= 0))
  if (isGiven(is_null_)) parts.push(isNull(start, is_null_))
  return both(parts)
}

function compared(column: string | null, moment: string): number | null {
  return column === null ? null : compareTexts(column, storedMoment(moment))
}

function unlessNull(order: number | null, holds: (order: number) => boolean): Truth {
  return order === null ? null : holds(order)
}

/** A member of a JSON object where that is a text; else NULL. */
export function jsonText(column: string | null, key: string): string | null {
  const value = column === null ? undefined : parsed(column)
  if (typeof value !== 'object' || value === null) return null
  const member: unknown = Object.getOwnPropertyDescriptor(value, key)?.value
  return typeof member === 'string' ? member : null
}

/** Whether a part of a filter is set: null is not. */
export function isGiven<T>(part: T | null | undefined): part is T {
  return part !== null && part !== undefined
}

/** What `json_each` gives as values. */
function jsonValues(text: string): unknown[] {
  const value = parsed(text)
  if (value === undefined) return []
  return typeof value === 'object' && value !== null ? Object.values(value) : [value]
}

/** For `any_`, an object's keys count in place of its values. */
function tagsOrKeys(text: string): unknown[] {
  const value = parsed(text)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? Object.keys(value) : jsonValues(text)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
