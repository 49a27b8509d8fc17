/** A day of the week in a cron expression, 0 is Sunday; `nth` of the month, or its last one. */
export interface CronWeekday {
  day: number
  nth: number | 'last' | null
}

/**
 * A cron expression, taken apart. Null stands for "any"; days and weekdays that are all named stay
 * as they are, for they differ from "any" where both are given.
 */
export interface CronFields {
  seconds: number[] | null
  minutes: number[] | null
  hours: number[] | null
  days: (number | 'last')[] | null
  months: number[] | null
  weekdays: CronWeekday[] | null
  years: number[] | null
}

const aliases: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
}

interface Field {
  least: number
  most: number
  names?: readonly string[]
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const weekdayNames = 'sun mon tue wed thu fri sat'.split(' ')

const fields = {
  seconds: { least: 0, most: 59 },
  minutes: { least: 0, most: 59 },
  hours: { least: 0, most: 23 },
  days: { least: 1, most: 31 },
  months: { least: 1, most: 12, names: monthNames },
  weekdays: { least: 0, most: 6, names: weekdayNames },
  years: { least: 1970, most: 2099 },
} satisfies Record<string, Field>

function numberIn(field: Field, text: string): number | null {
  const named = field.names?.indexOf(text) ?? -1
  if (named >= 0) return named + field.least
  if (!/^\d+$/.test(text)) return null
  const value = Number(text)
  // Sunday may be 7.
  if (field === fields.weekdays && value === 7) return 0
  return value >= field.least && value <= field.most ? value : null
}

function numbersBetween(first: number, last: number, step: number): number[] {
  const all: number[] = []
  for (let value = first; value <= last; value += step) all.push(value)
  return all
}

/** A range that ends before it begins goes on at the field's least value; one of a single value is the whole field. */
function range(field: Field, ends: { first: number; last: number; step: number }): number[] | null {
  const { first, last, step } = ends
  if (first < last) return numbersBetween(first, last, step)
  if (first === last) return numbersBetween(field.least, field.most, step)
  if (step > 1) return null
  return [...numbersBetween(first, field.most, 1), ...numbersBetween(field.least, last, 1)]
}

/** `5`, `5-9`, `5-9/2`, `5/2`, or a star with a step; null where it is none of them. */
function partOf(field: Field, part: string): number[] | null {
  const match = /^([^-/]+)(?:-([^-/]+))?(?:\/(\d+))?$/.exec(part)
  const [, from = '', to, by] = match ?? []
  const first = from === '*' && by !== undefined ? field.least : numberIn(field, from)
  if (!match || first === null) return null
  if (to === undefined && by === undefined) return [first]
  const step = Number(by ?? 1)
  const last = to === undefined ? field.most : numberIn(field, to)
  if (last === null || step < 1) return null
  return to === undefined
    ? numbersBetween(first, field.most, step)
    : range(field, { first, last, step })
}

function sorted<T extends number | string>(values: Iterable<T>): T[] {
  return [...new Set(values)].toSorted((a, b) => Number(a) - Number(b))
}

/** The numbers of a field, null for any; undefined where it cannot be read. */
function numbersOf(field: Field, text: string): number[] | null | undefined {
  if (text === '*') return null
  const parts = text.split(',').map((part) => partOf(field, part))
  if (parts.includes(null)) return undefined
  const values = sorted(parts.flatMap((part) => part ?? []))
  const isWhole = values.length === field.most - field.least + 1
  return isWhole && field !== fields.days && field !== fields.weekdays ? null : values
}

function daysOf(text: string): CronFields['days'] | undefined {
  const parts = text.split(',')
  if (text === '?') return null
  if (!parts.includes('l')) return numbersOf(fields.days, text)
  const rest = parts.filter((part) => part !== 'l')
  const values = rest.length === 0 ? [] : numbersOf(fields.days, rest.join(','))
  return values === undefined ? undefined : [...(values ?? []), 'last']
}

function weekdaysOf(text: string): CronWeekday[] | null | undefined {
  if (text === '?') return null
  const found: CronWeekday[] = []
  const plain: string[] = []
  for (const part of text.split(',')) {
    const [, day, nth] = /^(\w+)#([1-5])$/.exec(part) ?? /^l(\w+)$/.exec(part) ?? []
    const number = day === undefined ? null : numberIn(fields.weekdays, day)
    if (number === null) plain.push(part)
    else found.push({ day: number, nth: nth === undefined ? 'last' : Number(nth) })
  }
  // Prefect refuses the two kinds beside each other.
  if (found.length > 0) return plain.length === 0 ? found : undefined
  const days = numbersOf(fields.weekdays, text)
  return days && days.map((day) => ({ day, nth: null }))
}

/**
 * Takes a cron expression apart as Prefect's croniter does: five fields, a sixth for seconds, a
 * seventh for years.
 *
 * @returns null for an expression that croniter refuses.
 */
export function cronFields(expression: string): CronFields | null {
  const lower = expression.trim().toLowerCase()
  const texts = (aliases[lower] ?? lower).split(/\s+/)
  if (texts.length < 5 || texts.length > 7) return null
  const [minute = '', hour = '', day = '', month = '', weekday = '', second = '0', year = '*'] =
    texts
  const read = {
    seconds: numbersOf(fields.seconds, second),
    minutes: numbersOf(fields.minutes, minute),
    hours: numbersOf(fields.hours, hour),
    days: daysOf(day),
    months: numbersOf(fields.months, month),
    weekdays: weekdaysOf(weekday),
    years: numbersOf(fields.years, year),
  }
  return Object.values(read).includes(undefined) ? null : (read as CronFields)
}
