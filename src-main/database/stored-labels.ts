import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'

/** What SQLite says of labels, a JSON object in a column. Malformed ones, and NULL, hold no label. */

type Labels = Expression<string | null>

/** A label's value that is asked for, in the contract's form. */
interface Value {
  readonly type: 'string' | 'integer' | 'float' | 'boolean'
  readonly value: string
}

/** True where the labels have the key. */
export function hasLabelKey(labels: Labels, key: string): RawBuilder<SqlBool> {
  const holds = sql`exists (select 1 from json_each(${labels}) as held where held.key = ${key})`
  return guarded(labels, { needed: [quotedText(key)], holds })
}

/** True where the labels have the key, with a value of this type that is the same. */
export function hasLabel(
  labels: Labels,
  { key, value }: { key: string; value: Value },
): RawBuilder<SqlBool> {
  // Of a key that is there twice, the last value counts, as Python reads it.
  const holds = sql`coalesce((select ${isValue(labels, value)} from json_each(${labels}) as held
    where held.key = ${key} order by held.id desc limit 1), 0)`
  return guarded(labels, { needed: [quotedText(key), neededText(value)], holds })
}

/** Below this json_each gives an integer as it is; beyond 64 bits it rounds. */
const exactBelow = 2n ** 62n

function isValue(labels: Labels, { type, value }: Value): RawBuilder<unknown> {
  if (type === 'string') return sql`held.type = 'text' and held.value = ${value}`
  if (type === 'boolean') return sql`held.type = ${value}`
  // The same text is then the same number, however SQLite rounds it.
  if (type === 'float') return sql`held.type = 'real' and held.value = cast(${value} as real)`
  const integer = BigInt(value)
  if (integer > -exactBelow && integer < exactBelow) {
    return sql`held.type = 'integer' and held.value = ${integer}`
  }
  // The patch keeps the text of the last value.
  const text = sql`json_patch('{}', ${labels}) -> held.fullkey`
  return sql`held.type = 'integer' and ${text} = ${String(integer)}`
}

/** What a JSON text without a backslash holds, if it holds the text as a string; else undefined. */
function quotedText(text: string): string | undefined {
  return /["\\\u0000-\u001f]/.test(text) ? undefined : `"${text}"`
}

/** What a JSON text without a backslash must hold, if it holds the value; undefined if it is unknown. */
function neededText({ type, value }: Value): string | undefined {
  if (type === 'string') return quotedText(value)
  if (type === 'float') return undefined
  return type === 'integer' ? String(BigInt(value)) : value
}

/**
 * Asks only JSON objects, and first looks for what they need as plain text, which is many times
 * quicker than parsing. CASE, unlike AND, is bound to evaluate in order.
 */
function guarded(
  labels: Labels,
  { needed, holds }: { needed: (string | undefined)[]; holds: RawBuilder<unknown> },
): RawBuilder<SqlBool> {
  const lacks = needed
    .filter((text) => text !== undefined)
    .map((text) => sql`instr(${labels}, ${text}) = 0`)
  const early =
    lacks.length === 0
      ? sql``
      : sql`when (${sql.join(lacks, sql` or `)}) and instr(${labels}, '\\') = 0 then 0`
  return sql<SqlBool>`case when typeof(${labels}) <> 'text' then 0 ${early}
    when not json_valid(${labels}) then 0
    when json_type(${labels}) <> 'object' then 0
    else ${holds} end`
}
