/** A statement as it was sent: a `?` for each parameter. */
export interface SentStatement {
  sql: string
  parameters: readonly (string | number | null)[]
}

/** What may hold a `?` that is none (texts, names, comments), or is a parameter. */
const pieces = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[^]*?\*\/|\?/g

/** A text with NUL characters, which no literal can hold, is put together. */
function textLiteral(text: string): string {
  const quoted = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`)
  return quoted.length === 1 ? (quoted[0] ?? '') : `(${quoted.join(' || char(0) || ')})`
}

function numberLiteral(value: number): string {
  if (Number.isFinite(value)) return String(value)
  return value > 0 ? '9e999' : '-9e999'
}

function literal(value: string | number | null): string {
  if (value === null) return 'NULL'
  return typeof value === 'string' ? textLiteral(value) : numberLiteral(value)
}

/** Puts a statement's parameters into its text, for any SQLite shell to take. */
export function inlinedSql({ sql, parameters }: SentStatement): string {
  let used = 0
  return sql.replace(pieces, (piece, at: number) => {
    if (piece !== '?') return piece
    const value = parameters[used]
    used += 1
    if (value === undefined) return piece
    const text = literal(value)
    // Two hyphens would begin a comment.
    return text.startsWith('-') && sql[at - 1] === '-' ? ` ${text}` : text
  })
}
