/** What a `.env` file says. */
export interface DotenvFile {
  /** In the order of the file; null for a name without `=`. */
  readonly variables: ReadonlyMap<string, string | null>
  /** Numbers of the lines that cannot be read, from 1; python-dotenv passes over them. */
  readonly unreadableLines: readonly number[]
}

const blanks = /\s*/y
const exportWord = /(?:export[^\S\n]+)?/y
const name = /(?:'([^']+)'|((?!')[^=#\s]+)|(?=#))[^\S\n]*/y
const equalSign = /=[^\S\n]*/y
const singleQuoted = /'((?:\\[^]|[^'\\])*)'/y
const doubleQuoted = /"((?:\\[^]|[^"\\])*)"/y
const unquoted = /[^\n]*/y
const restOfStatement = /(?:[^\S\n]*#[^\n]*)?[^\S\n]*(?:\n|$)/y
const restOfLine = /[^\n]*\n?/y
const variable = /\$\{([^}:]*)(?::-([^}]*))?\}/g
const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

class Reader {
  position = 0
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  read(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position
    const match = pattern.exec(this.text)
    if (match) this.position = pattern.lastIndex
    return match
  }
}

/**
 * Reads a `.env` file as python-dotenv 1.2 does (`dotenv_values`, whose grammar this is).
 * `${NAME}` and `${NAME:-default}` are filled in from the file above, then from the environment;
 * in single quotes too.
 */
export function parseDotenv(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): DotenvFile {
  const reader = new Reader(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  const variables = new Map<string, string | null>()
  const unreadableLines: number[] = []
  for (reader.read(blanks); reader.position < reader.text.length; reader.read(blanks)) {
    const line = reader.text.slice(0, reader.position).split('\n').length
    const statement = readStatement(reader)
    if (statement === 'unreadable') {
      reader.read(restOfLine)
      unreadableLines.push(line)
    } else if (statement !== 'comment') {
      const value = fillIn(statement.value, { ...environment, ...Object.fromEntries(variables) })
      variables.set(statement.name, value)
    }
  }
  return { variables, unreadableLines }
}

interface Statement {
  readonly name: string
  readonly value: string | null
}

function readStatement(reader: Reader): Statement | 'comment' | 'unreadable' {
  reader.read(exportWord)
  const found = reader.read(name)
  if (!found) return 'unreadable'
  const sign = reader.read(equalSign)
  const value = sign ? readValue(reader, sign[0].length > 1) : null
  if (value === undefined || !reader.read(restOfStatement)) return 'unreadable'
  const text = found[1] ?? found[2]
  return text === undefined ? 'comment' : { name: text, value }
}

function readValue(reader: Reader, afterSpace: boolean): string | undefined {
  const first = reader.text[reader.position]
  if (first === '#' && afterSpace) return ''
  if (first === "'") return reader.read(singleQuoted)?.[1]?.replace(/\\([\\'])/g, '$1')
  if (first === '"') {
    const unescape = (_: string, letter: string): string => escapes[letter] ?? letter
    return reader.read(doubleQuoted)?.[1]?.replace(/\\([\\'"abfnrtv])/g, unescape)
  }
  return (reader.read(unquoted)?.[0] ?? '').replace(/\s+#.*/, '').trimEnd()
}

function fillIn(
  value: string | null,
  environment: Readonly<Record<string, string | null | undefined>>,
): string | null {
  if (value === null) return null
  return value.replace(variable, (_, key: string, fallback: string | undefined) => {
    const found = Object.hasOwn(environment, key) ? environment[key] : undefined
    return found === undefined ? (fallback ?? '') : (found ?? '')
  })
}
