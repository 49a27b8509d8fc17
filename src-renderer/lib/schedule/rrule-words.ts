import type { Days, Weekday } from './day-words.ts'
import { occasionWords } from './occasion-words.ts'
import { rruleMoment, ruleSetOf, type Frequency, type Rule } from './rrule-parts.ts'
import type { Times } from './time-words.ts'

/** Members that are hard to put into words. */
const wordless = ['BYSETPOS', 'BYYEARDAY', 'BYWEEKNO', 'BYEASTER']

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** How a rule that repeats at every so many of its units is told. */
const everySo: Readonly<Record<Frequency, string>> = {
  YEARLY: 'years',
  MONTHLY: 'months',
  WEEKLY: 'weeks',
  DAILY: 'days',
  HOURLY: 'h',
  MINUTELY: 'min',
  SECONDLY: 's',
}

const within = { SECONDLY: 0, MINUTELY: 1, HOURLY: 2, DAILY: 3, WEEKLY: 4, MONTHLY: 5, YEARLY: 6 }

function numbers({ parts }: Rule, name: string): number[] | null {
  const text = parts.get(name)
  return text === undefined ? null : text.split(',').map(Number)
}

function weekdaysOf({ parts }: Rule): Weekday[] | null {
  const text = parts.get('BYDAY')
  if (text === undefined) return null
  return text.split(',').map((one) => ({
    day: weekdays.indexOf(one.slice(-2)),
    nth: one.length > 2 ? Number(one.slice(0, -2)) : null,
  }))
}

/** The times that the rule names; what it leaves open below its own unit is the start's. */
function timesOf(rule: Rule, start: Date): Times {
  const unit = within[rule.frequency]
  return {
    hours: numbers(rule, 'BYHOUR') ?? (unit > 2 ? [start.getUTCHours()] : null),
    minutes: numbers(rule, 'BYMINUTE') ?? (unit > 1 ? [start.getUTCMinutes()] : null),
    seconds: numbers(rule, 'BYSECOND') ?? (unit > 0 ? [start.getUTCSeconds()] : null),
  }
}

/** The days that the rule names; a longer rule that names none falls on the start's. */
function daysOf(rule: Rule, start: Date): Days {
  const months = numbers(rule, 'BYMONTH')
  const days = numbers(rule, 'BYMONTHDAY')
  const named = weekdaysOf(rule)
  const given = { months, days, weekdays: named, either: false }
  if (days || named) return given
  if (rule.frequency === 'WEEKLY') {
    return { ...given, weekdays: [{ day: start.getUTCDay(), nth: null }] }
  }
  if (rule.frequency === 'MONTHLY') return { ...given, days: [start.getUTCDate()] }
  if (rule.frequency === 'YEARLY') {
    return { ...given, months: months ?? [start.getUTCMonth() + 1], days: [start.getUTCDate()] }
  }
  return given
}

function isTellable({ frequency, interval, parts }: Rule): boolean {
  if (wordless.some((name) => parts.has(name))) return false
  const weekday = parts.get('BYDAY') ?? ''
  // The second Monday of a year, not of a month.
  if (frequency === 'YEARLY' && /\d/.test(weekday) && !parts.has('BYMONTH')) return false
  const isWithinDay = within[frequency] < within.DAILY
  return interval === 1 || !isWithinDay || !/BY(HOUR|MINUTE|SECOND)/.test([...parts.keys()].join())
}

/** "every 3 months on day 1 at 09:00". */
function repeated(rule: Rule, start: Date): string | null {
  const { frequency, interval } = rule
  const unit = `every ${interval} ${everySo[frequency]}`
  if (within[frequency] < within.DAILY) {
    const days = daysOf(rule, start)
    if (!days.weekdays && !days.days && !days.months) return unit
    const words = occasionWords({ ...days, hours: [0], minutes: [0], seconds: [0] })
    return words && `${unit}, ${words.replace(/ at 00:00$/, '').replace(/^every (?=[A-Z])/, 'on ')}`
  }
  const words = occasionWords({ ...daysOf(rule, start), ...timesOf(rule, start) })
  if (words === null) return null
  if (words.startsWith('every day at')) return `${unit} ${words.slice('every day '.length)}`
  const on = words.replace(/^every year on /, '').replace(/^every (?=[A-Z])/, '')
  return `${unit} on ${on}`
}

/** "3 times", "until 2026-01-01". */
function endOf({ parts }: Rule): string {
  const count = parts.get('COUNT')
  if (count !== undefined) return `, ${count} ${count === '1' ? 'time' : 'times'}`
  const until = rruleMoment(parts.get('UNTIL') ?? '')
  return until ? `, until ${until.toISOString().slice(0, 16).replace('T', ' ')}` : ''
}

function ruleWords(rule: Rule, start: Date): string | null {
  if (!isTellable(rule)) return null
  const words =
    rule.interval > 1
      ? repeated(rule, start)
      : occasionWords({ ...daysOf(rule, start), ...timesOf(rule, start) })
  return words === null ? null : words + endOf(rule)
}

function dates(count: number): string {
  return `${count} ${count === 1 ? 'date' : 'dates'}`
}

/**
 * The recurrence rules of a schedule in words: "every Monday at 07:00".
 *
 * @returns `words` null for what is hard to put into words, null for what Prefect refuses.
 */
export function rruleWords(text: string): { words: string | null } | null {
  const set = ruleSetOf(text)
  if (!set) return null
  const { rules, exceptRules, start } = set
  const told = rules.map((rule) => ruleWords(rule, start))
  const except = exceptRules.map((rule) => ruleWords(rule, start))
  if (told.includes(null) || except.includes(null)) return { words: null }
  const parts = [...told, ...(set.dates > 0 ? [`on ${dates(set.dates)}`] : [])].join('; and ')
  const exceptions = [...except, ...(set.exceptDates > 0 ? [dates(set.exceptDates)] : [])]
  return { words: exceptions.length > 0 ? `${parts}; but not ${exceptions.join('; ')}` : parts }
}
