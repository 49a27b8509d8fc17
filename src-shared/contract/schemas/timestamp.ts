import { z } from 'zod'

/** A moment as operations give it: ISO 8601 UTC, six fraction digits, `Z`. */
export const timestamp = z.string()

const extendedPattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T _t](\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?(Z|z|[+-]\d\d(?::?\d\d)?)?)?$/
/** Without hyphens and colons; a date alone in this form would be a number of Unix seconds. */
const basicPattern =
  /^(\d{4})(\d\d)(\d\d)[T _t](\d\d)(?:(\d\d)(?:(\d\d)(?:[.,](\d+))?)?)?(Z|z|[+-]\d\d(?::?\d\d)?)?$/
const unixPattern = /^[+-]?\d+(\.\d+)?$/
/** Pydantic takes a larger number for milliseconds. */
const greatestUnixSeconds = 2e10
const minutesOfDay = 24 * 60

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return zone.startsWith('-') ? -minutes : minutes
}

function withinCalendar(month: number, day: number, date: Date): boolean {
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day
}

function formatMoment(milliseconds: number, microseconds: string): string | null {
  const date = new Date(milliseconds)
  const year = date.getUTCFullYear()
  if (Number.isNaN(year) || year < 1 || year > 9999) return null
  return date.toISOString().slice(0, 20) + microseconds + 'Z'
}

function fromUnix(value: number): string | null {
  const seconds = Math.abs(value) > greatestUnixSeconds ? value / 1000 : value
  const whole = Math.floor(seconds)
  const microseconds = Math.min(999_999, Math.round((seconds - whole) * 1e6))
  return formatMoment(whole * 1000, String(microseconds).padStart(6, '0'))
}

/**
 * Puts an ISO 8601 time (with or without zone, naive meaning UTC; a date alone) into
 * {@link timestamp}'s form. Microseconds are kept, further digits cut.
 *
 * @returns the moment, or `null` if it is none or lies outside the years 1 to 9999.
 */
export function normalIsoTime(text: string): string | null {
  const match = extendedPattern.exec(text) ?? basicPattern.exec(text)
  if (!match) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone] = match
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const offset = offsetMinutes(zone)
  if (Math.abs(offset) >= minutesOfDay) return null
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (!withinCalendar(Number(month), Number(day), midnight)) return null
  const minutes = Number(hour) * 60 + Number(minute) - offset
  const milliseconds = midnight.getTime() + (minutes * 60 + Number(second)) * 1000
  return formatMoment(milliseconds, fraction.slice(0, 6).padEnd(6, '0'))
}

/**
 * Puts what Prefect's filters take for a moment (an ISO 8601 time, Unix seconds or milliseconds)
 * into {@link timestamp}'s form. Relative words such as `now`, which Prefect's parser takes, are not.
 *
 * @returns the moment, or `null` if it is none or lies outside the years 1 to 9999.
 */
export function normalMoment(value: string | number): string | null {
  if (typeof value === 'number') return fromUnix(value)
  return unixPattern.test(value) ? fromUnix(Number(value)) : normalIsoTime(value)
}

/** A moment in any form that {@link normalMoment} takes, parsed to the normal one. */
export const moment = z
  .union([z.string(), z.number()], 'Not an ISO 8601 time')
  .transform((value, context): string => {
    const normal = normalMoment(value)
    if (normal !== null) return normal
    context.issues.push({ code: 'custom', input: value, message: 'Not an ISO 8601 time' })
    return z.NEVER
  })
