/** How often the recurrence rules of RFC 5545 can repeat. */
const frequencies = [
  'YEARLY',
  'MONTHLY',
  'WEEKLY',
  'DAILY',
  'HOURLY',
  'MINUTELY',
  'SECONDLY',
] as const

/** One of the frequencies of RFC 5545. */
export type Frequency = (typeof frequencies)[number]

/** One rule, taken apart: its other members by their names. */
export interface Rule {
  frequency: Frequency
  interval: number
  /** `BYDAY`, `COUNT`, … */
  parts: ReadonlyMap<string, string>
}

/** What a schedule's `rrule` text holds. */
export interface RuleSet {
  rules: Rule[]
  exceptRules: Rule[]
  /** How many single dates come beside the rules. */
  dates: number
  exceptDates: number
  /** The first occasion; the day and time that a rule does not name are taken of it. */
  start: Date
}

/** Prefect's own, where the rule has none. */
const defaultStart = '20200101'

/** Every member that a rule can have. */
const memberNames =
  /^(FREQ|INTERVAL|COUNT|UNTIL|WKST|BYSETPOS|BYMONTH|BYMONTHDAY|BYYEARDAY|BYEASTER|BYWEEKNO|BYDAY|BYWEEKDAY|BYHOUR|BYMINUTE|BYSECOND)$/

function ruleOf(text: string): Rule | null {
  const parts = new Map<string, string>()
  for (const member of text.split(';')) {
    const [name = '', value = '', ...more] = member.split('=')
    if (more.length > 0 || value === '' || !memberNames.test(name)) return null
    parts.set(name === 'BYWEEKDAY' ? 'BYDAY' : name, value)
  }
  const frequency = frequencies.find((one) => one === parts.get('FREQ'))
  const interval = Number(parts.get('INTERVAL') ?? 1)
  if (!frequency || !Number.isInteger(interval) || interval < 1) return null
  return { frequency, interval, parts }
}

/** A moment of RFC 5545, `20240101T093000Z`, on its own clock, as if that were UTC; null if it is none. */
export function rruleMoment(text: string): Date | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(text)
  if (!match) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = match
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(moment.getTime()) ? null : moment
}

/** Takes a schedule's `rrule` text apart; null for one that Prefect refuses. */
export function ruleSetOf(text: string): RuleSet | null {
  const set: RuleSet = { rules: [], exceptRules: [], dates: 0, exceptDates: 0, start: new Date(0) }
  let start = defaultStart
  for (const line of text.toUpperCase().split(/\s+/).filter(Boolean)) {
    const [, name = 'RRULE', , value = ''] =
      /^(?:(RRULE|EXRULE|RDATE|EXDATE|DTSTART)(;[^:]*)?:)?(.*)$/.exec(line) ?? []
    const rule = name === 'RRULE' || name === 'EXRULE' ? ruleOf(value) : undefined
    if (rule === null) return null
    if (rule) (name === 'RRULE' ? set.rules : set.exceptRules).push(rule)
    else if (name === 'DTSTART') start = value
    else if (name === 'RDATE') set.dates += value.split(',').length
    else set.exceptDates += value.split(',').length
  }
  const moment = rruleMoment(start)
  if (!moment || (set.rules.length === 0 && set.dates === 0)) return null
  return { ...set, start: moment }
}
