import { AppError } from '../../src-shared/errors/app-error.ts'
import type { Labels } from '../../src-shared/contract/schemas/labels.ts'
import { normalIsoTime } from '../../src-shared/contract/schemas/timestamp.ts'
import type { StoredJson, StoredTimestamp } from './tables.ts'

/** The 29th of February and other spellings go the slow way, which knows the calendar. */
const plainTimestamp =
  /^(?!0000)\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}$/

/** A JSON object's members. */
export interface JsonObject {
  [key: string]: JsonValue
}

/** Whatever JSON holds. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject

/** An interval of less than a day: there may be hundreds of thousands to read at once. */
const plainInterval = /^1970-01-01 ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\.(\d{6})$/

/** A stored moment as ISO 8601 UTC with six fraction digits; null for what is none. */
export function storedMoment(value: unknown): string | null {
  if (typeof value !== 'string') return null
  if (plainTimestamp.test(value)) return `${value.slice(0, 10)}T${value.slice(11)}Z`
  return normalIsoTime(value)
}

const escape = /\\(?:u([0-9a-f]{4})|.)/gi

function unescaped(whole: string, hexadecimal: string | undefined): string {
  const code = parseInt(hexadecimal ?? '0', 16)
  return code > 0x7f ? String.fromCharCode(code) : whole
}

/**
 * Parses a JSON text as Python writes it. V8 takes an object's key that is one escaped character for
 * another such key that it met before in an object alike (`"\\u00e9"` for `"\\\\"`), so that what
 * need not be escaped is put in plainly first.
 *
 * @throws SyntaxError for what is no JSON.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text.includes('\\u') ? text.replace(escape, unescaped) : text)
}

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
      return parseJson(value)
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

  /** A text, or null where the column is NULL. */
  textOrNull(column: keyof Row & string): string | null {
    return this.#row[column] === null ? null : this.text(column)
  }

  /** One of these texts. */
  oneOf<const T extends string>(column: keyof Row & string, texts: readonly T[]): T {
    const value: unknown = this.#row[column]
    const known = texts.find((text) => text === value)
    if (known !== undefined) return known
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
    const moment = storedMoment(this.#row[column])
    if (moment !== null) return moment
    throw this.#unreadable(column)
  }

  /** A moment, or null where the column is NULL. */
  timestampOrNull(column: keyof Row & string): string | null {
    return this.#row[column] === null ? null : this.timestamp(column)
  }

  /** A length of time, in seconds. */
  seconds(column: keyof Row & string): number {
    const seconds = storedSeconds(this.#row[column])
    if (seconds !== null) return seconds
    throw this.#unreadable(column)
  }

  /** Any JSON value; null where the column is NULL. */
  json(column: keyof Row & string): JsonValue {
    return this.#parse(column) as JsonValue
  }

  /** A JSON object. */
  object(column: keyof Row & string): JsonObject {
    const value = this.json(column)
    if (isJsonObject(value)) return value
    throw this.#unreadable(column)
  }

  /** A JSON object, or null where the column is NULL or holds JSON's null. */
  objectOrNull(column: keyof Row & string): JsonObject | null {
    return this.json(column) === null ? null : this.object(column)
  }

  /** A list of JSON objects, or null where the column is NULL or holds JSON's null. */
  objectsOrNull(column: keyof Row & string): JsonObject[] | null {
    const value = this.json(column)
    if (value === null) return null
    if (Array.isArray(value) && value.every(isJsonObject)) return value
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

function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasLabelValues(value: object): value is Labels {
  return Object.values(value).every((item) => ['string', 'number', 'boolean'].includes(typeof item))
}

/**
 * The seconds of a stored interval, to the microsecond; null for what Prefect cannot read, such as
 * the 0 that the column's own default writes.
 */
export function storedSeconds(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const match = plainInterval.exec(value)
  if (match) {
    const [, hours, minutes, seconds, microseconds] = match
    const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    return (whole * 1e6 + Number(microseconds)) / 1e6
  }
  const iso = normalIsoTime(value)
  if (iso === null) return null
  return (Date.parse(`${iso.slice(0, 19)}Z`) * 1000 + Number(iso.slice(20, 26))) / 1e6
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
