/** The words of a search in log lines; in lower case, as they are looked for. */
export interface LogText {
  /** One of these at least. */
  readonly include: readonly string[]
  /** None of these. */
  readonly exclude: readonly string[]
  /** Every one of these. */
  readonly required: readonly string[]
}

/** What Python's `str.isspace` takes for a space; JavaScript's `\s` is another set. */
const space =
  '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

/** A sign with what follows it: a phrase, whose closing quote may be missing, or a word. */
const term = new RegExp(
  `(?<sign>[-!+]?)(?:"(?<phrase>(?:\\\\[^]|[^"])*)(?:"|$)|(?<word>[^${space}"]+))`,
  'y',
)
/** Between terms: spaces, and signs that nothing follows. */
const between = new RegExp(`(?:[${space}]|[-!+](?=[${space}]|$))*`, 'y')

/**
 * Prefect's `parse_text_search_query`: `error timeout` for either, `-debug` or `!debug` for none,
 * `+required` for each, `"a phrase"` with `\"` and `\\` in it.
 */
export function parseLogText(query: string): LogText {
  const found: Record<keyof LogText, string[]> = { include: [], exclude: [], required: [] }
  let end = 0
  while (end < query.length) {
    between.lastIndex = end
    end += between.exec(query)?.[0].length ?? 0
    term.lastIndex = end
    const match = term.exec(query)
    if (!match) break
    end = term.lastIndex
    const { sign = '', phrase, word = '' } = match.groups ?? {}
    const text = phrase === undefined ? word : unescaped(phrase)
    if (!isBlank(text)) found[kindOf(sign)].push(text.toLowerCase())
  }
  return found
}

function kindOf(sign: string): keyof LogText {
  if (sign === '+') return 'required'
  return sign === '' ? 'include' : 'exclude'
}

function unescaped(phrase: string): string {
  return phrase.replace(/\\(["\\])/g, '$1')
}

const blank = new RegExp(`^[${space}]*$`)

function isBlank(text: string): boolean {
  return blank.test(text)
}
