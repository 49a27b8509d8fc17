import { sql, type AliasedRawBuilder, type Expression, type RawBuilder, type SqlBool } from 'kysely'

/** A piece of SQL that gives a value of type `T`. */
export type Sql<T> = RawBuilder<T>

/**
 * What only SQLite says, called by its meaning. Models hold no SQL text of their own, so that
 * another of Prefect's databases can be added beside this file.
 */

/** The clock in the stored form, as Prefect's `updated` takes it: milliseconds, padded with zeros. */
export function now(): RawBuilder<string> {
  return sql<string>`strftime('%Y-%m-%d %H:%M:%f000', 'now')`
}

/** Seconds from a stored moment to now; never negative, however the clocks stand. */
export function secondsSince(column: Expression<string>): RawBuilder<number> {
  return sql<number>`max(0.0, (julianday('now') - julianday(${column})) * 86400.0)`
}

/** A counter that falls by `perSecond` since `since`, never below 0 (Prefect's slot decay). */
export function decayed(parts: {
  counter: Expression<number>
  perSecond: Expression<number>
  since: Expression<string>
}): RawBuilder<number> {
  const { counter, perSecond, since } = parts
  return sql<number>`max(0, ${counter} - cast(floor(${perSecond} * ${secondsSince(since)}) as integer))`
}

/**
 * A stored interval and what has passed since a moment, in the stored form, to the millisecond: as
 * Prefect's `interval_add(interval, date_diff(now, since))` has SQLite count it.
 */
export function intervalUntilNow(
  interval: Expression<string>,
  since: Expression<string | null>,
): RawBuilder<string> {
  const passed = sql`julianday('now') - julianday(${since})`
  return sql<string>`strftime('%Y-%m-%d %H:%M:%f000', julianday(${interval}) + (${passed}))`
}

/**
 * Prefect's `like_`: the text anywhere in the column, in either case of ASCII letters. `%` and `_`
 * in it are wildcards; there is no escape.
 */
export function containsText(column: Expression<string | null>, text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`lower(${column}) like lower(${`%${text}%`})`
}

/** Prefect's `startswith_`: {@link containsText} at the beginning of the column. */
export function startsWithText(
  column: Expression<string | null>,
  text: string,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`lower(${column}) like lower(${`${text}%`})`
}

/**
 * True where the texts, with a space between them, hold `part`, which is in lower case. Of the texts
 * only ASCII letters match in either case, as SQLite's `lower` knows no others.
 */
export function joinedTextsHold(
  texts: readonly Expression<string>[],
  part: string,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`instr(lower(${sql.join(texts, sql` || ' ' || `)}), ${part}) > 0`
}

/** A member of a JSON object, or NULL. */
export function jsonMember(
  column: Expression<string | null>,
  key: string,
): RawBuilder<string | null> {
  const valid = sql`case when json_valid(${column}) then ${column} end`
  return sql<string | null>`json_extract(${valid}, ${sql.lit(`$."${key}"`)})`
}

/** True where the column is one of the values; a long list goes as one parameter. */
export function isOneOf(
  column: Expression<string | null>,
  values: readonly string[],
): RawBuilder<SqlBool> {
  return sql<SqlBool>`${column} in ${listed(values)}`
}

/** True where the column has a value and it is none of these. */
export function isNoneOf(
  column: Expression<string | null>,
  values: readonly string[],
): RawBuilder<SqlBool> {
  return sql<SqlBool>`${column} not in ${listed(values)}`
}

/** Beyond this a list is one JSON parameter: statements stay few, and no variable limit is met. */
const longestBoundList = 16

function listed(values: readonly string[]): RawBuilder<unknown> {
  if (values.length <= longestBoundList) return sql`(${sql.join(values)})`
  return sql`(select value from json_each(${JSON.stringify(values)}))`
}

/** True where the tags hold each of `wanted` (one at least), compared exactly. */
export function hasAllTags(
  column: Expression<string>,
  wanted: readonly string[],
): RawBuilder<SqlBool> {
  const different = [...new Set(wanted)]
  const list = JSON.stringify(different)
  const held = sql`from json_each(${column}) as held`
  const holdsAll =
    different.length === 1
      ? sql<SqlBool>`exists (select 1 ${held} where held.value = ${different[0]})`
      : sql<SqlBool>`(select count(distinct held.value) ${held}
          where held.value in (select value from json_each(${list}))) = ${sql.lit(different.length)}`
  return guarded(column, { absent: absentTags(column, different, ' or '), otherwise: holdsAll })
}

/** True where the tags hold one of `wanted`, compared exactly; nothing wanted is never held. */
export function hasAnyTag(
  column: Expression<string>,
  wanted: readonly string[],
): RawBuilder<SqlBool> {
  if (wanted.length === 0) return sql<SqlBool>`0`
  const list = JSON.stringify(wanted)
  const holdsOne = sql<SqlBool>`exists (select 1 from json_each(${column}) as held
    where case json_type(${column}) when 'object' then held.key else held.value end
      in (select value from json_each(${list})))`
  return guarded(column, { absent: absentTags(column, wanted, ' and '), otherwise: holdsOne })
}

/** True where the text holds none of the tags, or (joined with `or`) not all; none if it cannot tell. */
function absentTags(
  column: Expression<string>,
  wanted: readonly string[],
  word: ' and ' | ' or ',
): RawBuilder<unknown> | undefined {
  const plain = wanted.filter((tag) => !/["\\\u0000-\u001f]/.test(tag))
  const canTell = word === ' or ' ? plain.length > 0 : plain.length === wanted.length
  if (!canTell || wanted.length > longestBoundList) return undefined
  return sql.join(
    plain.map((tag) => sql`instr(${column}, ${`"${tag}"`}) = 0`),
    sql.raw(word),
  )
}

/**
 * Asks `otherwise` only of valid JSON, and first looks for the tags as plain text, which is some
 * thirty times quicker than parsing: a JSON text without a backslash holds a tag only if it holds
 * its characters. CASE, unlike AND, is bound to evaluate in order.
 */
function guarded(
  column: Expression<string>,
  {
    absent,
    otherwise,
  }: { absent: RawBuilder<unknown> | undefined; otherwise: RawBuilder<SqlBool> },
): RawBuilder<SqlBool> {
  const early = absent ? sql`when (${absent}) and instr(${column}, '\\') = 0 then 0` : sql``
  return sql<SqlBool>`case ${early}
    when not json_valid(${column}) then 0 else ${otherwise} end`
}

/** The same value or condition, kept from the planner: it then takes another condition's index. */
export function withoutIndex<T>(expression: Expression<T>): RawBuilder<T> {
  return sql<T>`+(${expression})`
}

/** A row's place in the order of insertion, which every index holds beside its columns. */
export function placeOf(table: string): RawBuilder<number> {
  return sql.ref<number>(`${table}.rowid`)
}

/** The last row's place: about how many rows there are, without counting them. */
export function lastPlace(table: string): RawBuilder<number> {
  return sql<number>`(select coalesce(max(rowid), 0) from ${sql.table(table)})`
}

/** How many rows there are of which the condition is true; the count ends at `most`. */
export function countUpTo(
  table: string,
  condition: Expression<SqlBool>,
  most: number,
): RawBuilder<number> {
  const rows = sql`select 1 from ${sql.table(table)} where ${condition} limit ${most}`
  return sql<number>`(select count(*) from (${rows}))`
}

/** True if the table has an index on these columns, written as Prefect's migrations write them. */
export function hasIndexOn(table: string, columns: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from sqlite_master
    where type = 'index' and tbl_name = ${table} and instr(sql, ${`(${columns})`}))`
}

/** The LIMIT that cuts nothing off. */
export const allRows = -1

/** The column's value where its text looks like a stored moment, else NULL: such texts sort by time. */
export function wellFormedMoment(column: Expression<string | null>): RawBuilder<string | null> {
  return sql<
    string | null
  >`case when ${column} glob '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]*' then ${column} end`
}

/** The columns that a table has in this file, in their order: also such as Sluice does not know. */
export function columnsOf(table: string): AliasedRawBuilder<{ name: string }, 'columns'> {
  return sql<{
    name: string
  }>`(select name from pragma_table_xinfo(${table}) where hidden <> 1)`.as('columns')
}

/** SQLite's own name of a value's type: `null`, `integer`, `real`, `text` or `blob`. */
export function storedType(column: string): RawBuilder<string> {
  return sql<string>`typeof(${sql.id(column)})`
}

/** A value as it is; an integer as text, for JavaScript would round a great one. */
export function exactValue(column: string): RawBuilder<unknown> {
  const stored = sql.id(column)
  return sql`case typeof(${stored}) when 'integer' then cast(${stored} as text) else ${stored} end`
}

/** The day (`2026-11-20`) or hour (`2026-11-20T13`) of a stored moment by a clock so far east of UTC. */
export function localUnit(
  column: Expression<string | null>,
  { unit, minutesEast }: { unit: 'day' | 'hour'; minutesEast: number },
): RawBuilder<string | null> {
  const format = unit === 'day' ? '%Y-%m-%d' : '%Y-%m-%dT%H'
  // Without its seconds: those of 23:59:59.9999 would be rounded to the next day.
  const moment = sql`substr(${wellFormedMoment(column)}, 1, 16)`
  return sql<string | null>`strftime(${format}, ${moment}, ${`${minutesEast} minutes`})`
}
