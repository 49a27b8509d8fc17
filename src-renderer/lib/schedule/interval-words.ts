import { clock, type TimeWords } from './time-words.ts'
import { weekdayName } from './day-words.ts'

/** A length of time as Prefect stores it: months have no length in seconds. */
export interface Interval {
  months: number
  seconds: number
}

const isoDuration =
  /^\+?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i
const clockDuration = /^(?:(\d+) ?(?:d|days?),? )?(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?$/i

/** Every form in which Prefect reads an interval: seconds, an ISO 8601 duration, `1 day, 02:00:00`. */
export function intervalOf(stored: number | string): Interval | null {
  if (typeof stored === 'number') return stored > 0 ? { months: 0, seconds: stored } : null
  const text = stored.trim()
  if (/^\d+(\.\d+)?$/.test(text)) return intervalOf(Number(text))
  const iso = isoDuration.exec(text)
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (
    iso?.slice(1) ?? ['0', '0', '0', ...(clockDuration.exec(text)?.slice(1) ?? [])]
  ).map((part) => Number(part ?? 0))
  const whole = {
    months: years * 12 + months,
    seconds: (weeks * 7 + days) * 86_400 + hours * 3600 + minutes * 60 + seconds,
  }
  return whole.months + whole.seconds > 0 ? whole : null
}

const units = [
  [86_400, 'day', 'days'],
  [3600, 'hour', 'h'],
  [60, 'minute', 'min'],
  [1, 'second', 's'],
] as const

/** "every 15 min", "every hour", "every 1 h 30 min". */
function lengthWords(seconds: number): string {
  const exact = units.find(([length]) => seconds % length === 0)
  if (exact) {
    const [length, one, many] = exact
    const count = seconds / length
    return count === 1 ? `every ${one}` : `every ${count} ${many}`
  }
  return `every ${Number(seconds.toPrecision(12))} s`
}

function mixedWords(seconds: number): string {
  const [whole, rest] = [Math.floor(seconds / 3600), seconds % 3600]
  if (whole === 0 || rest === 0 || rest % 60 !== 0) return lengthWords(seconds)
  return `every ${whole} h ${rest / 60} min`
}

/** An anchor's day and time on the clock of a zone. */
function anchorOn(
  anchor: string,
  zone: string,
): { weekday: number; day: number; time: string } | null {
  const moment = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(anchor) ? anchor : `${anchor}Z`)
  if (Number.isNaN(moment.getTime())) return null
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const [date = '', time = ''] = format.format(moment).split(' ')
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  const local = new Date(`${date}T00:00:00Z`)
  return {
    weekday: local.getUTCDay(),
    day: local.getUTCDate(),
    time: clock({ hour, minute, second }),
  }
}

/**
 * An interval in words; whole days and months stand at the anchor's time in the zone. `kind` is `at`
 * where the words name a time of that zone.
 */
export function intervalWords(schedule: {
  interval: Interval
  anchor: string | null
  zone: string
}): TimeWords {
  const { interval, anchor, zone } = schedule
  const { months, seconds } = interval
  const start = anchor === null ? null : anchorOn(anchor, zone)
  const days = seconds / 86_400
  if (months > 0 && seconds === 0) {
    const unit = months === 1 ? 'every month' : `every ${months} months`
    return start
      ? { kind: 'at', text: `${unit} on day ${start.day} at ${start.time}` }
      : rhythm(unit)
  }
  if (months > 0) return rhythm(`every ${months} months and ${mixedWords(seconds).slice(6)}`)
  if (!Number.isInteger(days)) return rhythm(mixedWords(seconds))
  if (!start) return rhythm(lengthWords(seconds))
  const weeks = days / 7
  if (!Number.isInteger(weeks))
    return { kind: 'at', text: `${lengthWords(seconds)} at ${start.time}` }
  const unit = weeks === 1 ? 'every' : `every ${weeks} weeks on`
  return { kind: 'at', text: `${unit} ${weekdayName(start.weekday)} at ${start.time}` }
}

function rhythm(text: string): TimeWords {
  return { kind: 'every', text }
}
