import type { LabelEntry } from '../../../src-shared/contract/schemas/label-entry.ts'
import type { UnreadableColumn } from '../../../src-shared/contract/schemas/unreadable.ts'
import { storedMoment, storedSeconds } from '../../database/codecs.ts'
import { labelEntries } from './label-entries.ts'

/** How much of a value that cannot be read is shown, in characters. */
const shownStored = 2000

/**
 * Reads one row's stored values, whatever they are. Each method answers the value in the contract's
 * form; for one that Prefect would not write it answers what stands for nothing, and puts the column
 * into {@link LenientRow.unreadable}.
 */
export class LenientRow<Row extends object> {
  readonly #row: Row
  readonly #unreadable = new Map<string, UnreadableColumn>()

  constructor(row: Row) {
    this.#row = row
  }

  /** The columns that could not be read so far. */
  get unreadable(): UnreadableColumn[] {
    return [...this.#unreadable.values()]
  }

  /** Marks a column, with the value that is stored there. */
  mark(column: keyof Row & string): void {
    const stored = storedText(this.#row[column]).slice(0, shownStored)
    this.#unreadable.set(column, { column, stored })
  }

  #read<T, N>(
    column: keyof Row & string,
    { read, nothing }: { read: (value: unknown) => T | null; nothing: N },
  ): T | N {
    const value: unknown = this.#row[column]
    if (value === null || value === undefined) return nothing
    const result = read(value)
    if (result !== null) return result
    this.mark(column)
    return nothing
  }

  /** A text; the empty one for nothing. */
  text(column: keyof Row & string): string {
    return this.#read(column, { read: asText, nothing: '' })
  }

  /** A text, or null where the column is NULL. */
  textOrNull(column: keyof Row & string): string | null {
    return this.#read(column, { read: asText, nothing: null })
  }

  /** An integer that JavaScript holds exactly; 0 for nothing. */
  integer(column: keyof Row & string): number {
    return this.#read(column, { read: asInteger, nothing: 0 })
  }

  /** An integer that JavaScript holds exactly, or null where the column is NULL. */
  integerOrNull(column: keyof Row & string): number | null {
    return this.#read(column, { read: asInteger, nothing: null })
  }

  /** A boolean; any number but 0 is true. */
  boolean(column: keyof Row & string): boolean {
    const number = this.#read(column, {
      read: (value) => (typeof value === 'number' ? value : null),
      nothing: 0,
    })
    return number !== 0
  }

  /** A moment, as ISO 8601 UTC with six fraction digits. */
  timestamp(column: keyof Row & string): string | null {
    return this.#read(column, { read: storedMoment, nothing: null })
  }

  /** A length of time, in seconds. */
  seconds(column: keyof Row & string): number | null {
    return this.#read(column, { read: storedSeconds, nothing: null })
  }

  /** A JSON list of texts. */
  texts(column: keyof Row & string): string[] {
    return this.#read(column, { read: asTexts, nothing: [] })
  }

  /** Labels, each as it is stored; null where the column is NULL or holds JSON's null. */
  labels(column: keyof Row & string): LabelEntry[] | null {
    if (this.#row[column] === 'null') return null
    return this.#read(column, {
      read: (value) => (typeof value === 'string' ? labelEntries(value) : null),
      nothing: null,
    })
  }

  /** A JSON object's member, where it is a text. */
  member(column: keyof Row & string, key: string): string | null {
    const object = this.#read(column, { read: asObject, nothing: null })
    const value = object?.[key]
    return typeof value === 'string' ? value : null
  }
}

/** The JSON in a text; undefined for none. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return undefined
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function asInteger(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null
}

function asTexts(value: unknown): string[] | null {
  if (value === '[]') return []
  const list = parsed(value)
  return Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : null
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  const object = parsed(value)
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return null
  return object as Readonly<Record<string, unknown>>
}

function storedText(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('utf8') : String(value)
}
