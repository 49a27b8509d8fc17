import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'

/** What SQLite says for the screens' own rows and choices; see `dialect.ts`. */

/** The first characters of a text; a value that is no text, as text. */
export function firstCharacters(
  column: Expression<string | null>,
  characters: number,
): RawBuilder<string | null> {
  return sql<string | null>`substr(${column}, 1, ${sql.lit(characters)})`
}

/** True where the column holds the text of a JSON object. */
export function isJsonObject(column: Expression<string | null>): RawBuilder<SqlBool> {
  return sql<SqlBool>`case when typeof(${column}) <> 'text' or not json_valid(${column}) then 0
    else json_type(${column}) = 'object' end`
}

/** Seconds by which the one moment is after the other, never negative; without either, NULL. */
export function secondsLate(
  moment: Expression<string | null>,
  expected: Expression<string | null>,
): RawBuilder<number | null> {
  return sql<number | null>`max(0.0, (julianday(${moment}) - julianday(${expected})) * 86400.0)`
}

/** True where the text holds the other one, ASCII letters in either case; nothing is a wildcard. */
export function holdsPart(column: Expression<string | null>, text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`instr(lower(${column}), lower(${text})) > 0`
}

/** True where the text begins with the other one, exactly; an index of the column serves it. */
export function beginsWith(column: Expression<string | null>, text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${column} >= ${text} and ${column} < ${`${text}\u{10ffff}`})`
}

/** One column of the rows that were inserted last. */
export function newest<Row>(
  table: string,
  { column, rows }: { column: keyof Row & string; rows: number },
): RawBuilder<Row> {
  return sql<Row>`(select ${sql.ref(column)} from ${sql.table(table)} order by rowid desc limit ${rows})`
}

/** A span of stored moments: from the one, to before the other. */
export interface StoredSpan {
  readonly at: string
  readonly from: string
  readonly before: string
}

/**
 * How many flow runs of each state type start within each span: a table. Only for a file that has the
 * index of the state type and the start, or the expected start: each count is a search in it, and each
 * state is found behind the one before it. The last one found is NULL, for the runs without a state.
 */
export function runsWithin(
  spans: readonly StoredSpan[],
): RawBuilder<{ at: string; stateType: string | null; count: number }> {
  const start = sql`coalesce(start_time, expected_start_time)`
  const member = (key: string) => sql`span.value ->> ${sql.lit(key)}`
  return sql`(
    with recursive states (type) as (
      select min(state_type) from flow_run
      union all
      select (select min(state_type) from flow_run where state_type > states.type)
      from states where states.type is not null
    ),
    counts as materialized (
      select ${member('at')} as at, states.type as stateType, (
        select count(*) from flow_run where flow_run.state_type is states.type
        and ${start} >= ${member('from')} and ${start} < ${member('before')}
      ) as count
      from json_each(${JSON.stringify(spans)}) as span cross join states
    )
    select * from counts where count > 0
  )`
}
