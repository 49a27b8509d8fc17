import { AppError } from '../../src-shared/errors/app-error.ts'
import type { Labels } from '../../src-shared/contract/schemas/labels.ts'
import { normalIsoTime } from '../../src-shared/contract/schemas/timestamp.ts'
import type { StoredJson, StoredTimestamp } from './tables.ts'

/** The 29th of February and other spellings go the slow way, which knows the calendar. */
const plainTimestamp =
  /^(?!0000)\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}$/

/**
 * Reads one row's stored values. Each method answers the value in the contract's form, and throws
 * `data_unreadable` with table, id and column for one that Prefect would not write.
 */
export class StoredRow<Row extends { id: string }> {
  readonly #table: string
  readonly #row: Row

  constructor(table: string, row: Row) {
    this.#table = table
    this.#row = row
  }

  #unreadable(column: keyof Row & string): AppError {
    const id = String(this.#row.id)
    return new AppError('data_unreadable', `${this.#table}.${column} of ${id} cannot be read`, {
      table: this.#table,
      id,
      column,
    })
  }

  #parse(column: keyof Row & string): unknown {
    const value: unknown = this.#row[column]
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value)
    } catch {
      throw this.#unreadable(column)
    }
  }

  /** A text. */
  text(column: keyof Row & string): string {
    const value: unknown = this.#row[column]
    if (typeof value === 'string') return value
    throw this.#unreadable(column)
  }

  /** An integer that JavaScript holds exactly. */
  integer(column: keyof Row & string): number {
    const value: unknown = this.#row[column]
    if (Number.isSafeInteger(value)) return value as number
    throw this.#unreadable(column)
  }

  /** A finite number. */
  number(column: keyof Row & string): number {
    const value: unknown = this.#row[column]
    if (Number.isFinite(value)) return value as number
    throw this.#unreadable(column)
  }

  /** A boolean; any number but 0 is true. */
  boolean(column: keyof Row & string): boolean {
    return this.number(column) !== 0
  }

  /** A moment, as ISO 8601 UTC with six fraction digits. */
  timestamp(column: keyof Row & string): string {
    const value: unknown = this.#row[column]
    if (typeof value === 'string') {
      if (plainTimestamp.test(value)) return `${value.slice(0, 10)}T${value.slice(11)}Z`
      const normal = normalIsoTime(value)
      if (normal !== null) return normal
    }
    throw this.#unreadable(column)
  }

  /** A JSON list of texts. */
  texts(column: keyof Row & string): string[] {
    if (this.#row[column] === '[]') return []
    const value = this.#parse(column)
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
    throw this.#unreadable(column)
  }

  /** Prefect's labels; null where the column is NULL or holds JSON's null. */
  labels(column: keyof Row & string): Labels | null {
    const value = this.#parse(column)
    if (value === null) return null
    if (typeof value === 'object' && !Array.isArray(value) && hasLabelValues(value)) return value
    throw this.#unreadable(column)
  }
}

function hasLabelValues(value: object): value is Labels {
  return Object.values(value).every((item) => ['string', 'number', 'boolean'].includes(typeof item))
}

/** Puts a moment of the contract (ISO 8601 UTC, six fraction digits) into the stored form. */
export function storeTimestamp(iso: string): StoredTimestamp {
  return `${iso.slice(0, 10)} ${iso.slice(11, 26)}`
}

/** The clock's moment in the stored form; microseconds beyond the millisecond are 0. */
export function storedNow(): StoredTimestamp {
  return storeTimestamp(new Date().toISOString().replace('Z', '000Z'))
}

const notAscii = /[\u007f-\uffff]/g

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Writes a JSON text as Python's `json.dumps` does: `", "` and `": "`, ASCII only. */
export function storeJson(value: unknown): StoredJson {
  return pythonJson(value).replace(notAscii, escaped)
}

function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).map(([key, item]) => {
      return `${JSON.stringify(key)}: ${pythonJson(item)}`
    })
    return `{${members.join(', ')}}`
  }
  return JSON.stringify(value)
}
