import type { LabelEntry, LabelKind } from '../../../src-shared/contract/schemas/label-entry.ts'

/**
 * The members of a JSON object as labels, in the order they are stored, each value with its own
 * text: a number keeps all its digits. Of a key that is there twice, the later value counts, in the
 * place of the first, as Python reads it.
 *
 * @returns null for a text that is no JSON object.
 */
export function labelEntries(json: string): LabelEntry[] | null {
  if (!isObject(json)) return null
  const scanner = new Scanner(json)
  const entries = new Map<string, LabelEntry>()
  scanner.skip('{')
  while (scanner.peek() !== '}') {
    const key = scanner.string()
    scanner.skip(':')
    const { kind, text } = scanner.value()
    entries.set(key, { key, kind, text })
    if (scanner.peek() === ',') scanner.skip(',')
  }
  return [...entries.values()]
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

const blanks = /[ \t\n\r]*/y
const stringToken = /"(?:[^"\\]|\\.)*"/y
/** A number, or one of the words. */
const plainToken = /[^\s,}\]]+/y
const opening = new Set(['{', '['])
const closing = new Set(['}', ']'])

/** Goes through a text that is known to be JSON, so that nothing is checked again. */
class Scanner {
  readonly #json: string
  #place = 0

  constructor(json: string) {
    this.#json = json
  }

  #take(token: RegExp): string {
    token.lastIndex = this.#place
    const [text = ''] = token.exec(this.#json) ?? []
    this.#place += text.length
    return text
  }

  /** The next character that is not blank. */
  peek(): string {
    this.#take(blanks)
    return this.#json.charAt(this.#place)
  }

  /** Passes over a mark and the blanks around it. */
  skip(mark: string): void {
    if (this.peek() === mark) this.#place += 1
  }

  string(): string {
    this.#take(blanks)
    return JSON.parse(this.#take(stringToken)) as string
  }

  value(): { kind: LabelKind; text: string } {
    const first = this.peek()
    if (first === '"') return { kind: 'string', text: this.string() }
    if (first === '{') return { kind: 'object', text: this.#nested() }
    if (first === '[') return { kind: 'array', text: this.#nested() }
    const text = this.#take(plainToken)
    return { kind: plainKind(text), text }
  }

  #nested(): string {
    const start = this.#place
    let depth = 0
    do {
      const character = this.#json.charAt(this.#place)
      if (character === '"') this.#take(stringToken)
      else this.#place += 1
      if (opening.has(character)) depth += 1
      if (closing.has(character)) depth -= 1
    } while (depth > 0)
    return this.#json.slice(start, this.#place)
  }
}

function plainKind(text: string): LabelKind {
  if (text === 'null') return 'null'
  if (text === 'true' || text === 'false') return 'boolean'
  return /^-?\d+$/.test(text) ? 'integer' : 'float'
}
