/**
 * Times in the demo are whole microseconds since 1970 (UTC), as precise as Prefect's own;
 * intervals are microseconds too. A number holds both exactly.
 */

/** In microseconds, as all that follow. */
export const second = 1_000_000
/** Sixty seconds. */
export const minute = 60 * second
/** Sixty minutes. */
export const hour = 60 * minute
/** Of 24 hours: times are UTC. */
export const day = 24 * hour

/** Reads an ISO time with a zone; throws a `RangeError` on anything else. */
export function parseTime(text: string): number {
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not a time: ${text}`)
  return milliseconds * 1000
}

/** The 26 characters of a DATETIME column. An interval is stored as the time it is after 1970. */
export function timestamp(at: number): string {
  return `${dateOf(at)} ${clockOf(at)}.${fractionOf(at)}`
}

/** What an UPDATE leaves in `updated`: SQLite's clock has milliseconds only. */
export function updateTimestamp(at: number): string {
  return timestamp(Math.floor(at / 1000) * 1000)
}

/** A time inside JSON as pydantic writes it: no fraction where there is none. */
export function jsonTime(at: number): string {
  return `${shortTime(at, 'T')}Z`
}

/** A time as Python's `isoformat` writes it, with this separator. */
export function pythonTime(at: number, separator: 'T' | ' '): string {
  return `${shortTime(at, separator)}+00:00`
}

function shortTime(at: number, separator: string): string {
  const fraction = at % second === 0 ? '' : `.${fractionOf(at)}`
  return `${dateOf(at)}${separator}${clockOf(at)}${fraction}`
}

// A demo has half a million times in some forty days: a `Date` for each would take a while.
const dates = new Map<number, string>()

function dateOf(at: number): string {
  const days = Math.floor(at / day)
  const known = dates.get(days)
  if (known !== undefined) return known
  const date = new Date((days * day) / 1000).toISOString().slice(0, 10)
  dates.set(days, date)
  return date
}

function clockOf(at: number): string {
  const seconds = Math.floor((at - Math.floor(at / day) * day) / second)
  const minutes = Math.floor(seconds / 60)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

function fractionOf(at: number): string {
  return String(at - Math.floor(at / second) * second).padStart(6, '0')
}
