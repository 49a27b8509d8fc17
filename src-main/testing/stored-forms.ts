/** A JSON value that a builder takes in place of the stored text. */
export type JsonInput = readonly unknown[] | Readonly<Record<string, unknown>>

const outsidePrintableAscii = /[^ -~]/g

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** The JSON text that Python's `json.dumps` writes, which is what Prefect stores. */
export function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, item]) => `${pythonJson(key)}: ${pythonJson(item)}`,
    )
    return `{${members.join(', ')}}`
  }
  return (JSON.stringify(value) ?? 'null').replace(outsidePrintableAscii, escaped)
}

/** What SQLite is handed for a value of a test: JSON as text, a boolean as 0 or 1. */
export function storedValue(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value))
    return pythonJson(value)
  return value
}

/** The stored form of a moment: `milliseconds` since 1970 and, beside them, `microseconds`. */
export function storedTime(milliseconds: number, microseconds = 0): string {
  const [date = '', time = ''] = new Date(milliseconds).toISOString().slice(0, -1).split('T')
  return `${date} ${time}${String(microseconds).padStart(3, '0')}`
}

/** The moment `seconds` after a stored one; its microseconds are kept. */
export function later(stored: string, seconds: number): string {
  return storedTime(millisecondsOf(stored) + seconds * 1000, Number(stored.slice(23)))
}

/** The time from one stored moment to another, in the form of `total_run_time`. */
export function storedInterval(from: string, to: string): string {
  return storedTime(millisecondsOf(to) - millisecondsOf(from))
}

/** As SQL's own clock would have written the moment: milliseconds, padded with zeros. */
export function withoutMicroseconds(stored: string): string {
  return `${stored.slice(0, 23)}000`
}

function millisecondsOf(stored: string): number {
  return Date.parse(`${stored.slice(0, 10)}T${stored.slice(11, 23)}Z`)
}
