import { Float, pythonJson } from './python-json.ts'
import { day, hour, jsonTime, minute } from './times.ts'

/** When a deployment runs: an interval, or times of day in UTC on some days of the week. */
export type Cadence =
  | { readonly every: number }
  | {
      readonly written: 'cron' | 'rrule'
      readonly minutes: readonly number[]
      readonly hours: readonly number[]
      /** 0 is Sunday; absent: every day. */
      readonly days?: readonly number[]
    }

/** Intervals are counted from here, a Monday at midnight. */
const anchor = Date.UTC(2024, 0, 1) * 1000
const weekDays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** The `schedule` column of `deployment_schedule`. */
export function scheduleJson(cadence: Cadence): string {
  if ('every' in cadence) {
    const interval = new Float(cadence.every / 1_000_000)
    return pythonJson({ interval, anchor_date: jsonTime(anchor), timezone: 'UTC' })
  }
  const { written, minutes, hours, days } = cadence
  if (written === 'cron') {
    const hourField = hours.length === 24 ? '*' : hours.join(',')
    const cron = `${minutes.join(',')} ${hourField} * * ${days?.join(',') ?? '*'}`
    return pythonJson({ cron, timezone: 'UTC', day_or: true })
  }
  const byDay = days === undefined ? '' : `BYDAY=${days.map((index) => weekDays[index]).join(',')};`
  const frequency = days === undefined ? 'DAILY' : 'WEEKLY'
  const rule = `FREQ=${frequency};${byDay}BYHOUR=${hours.join(',')};BYMINUTE=${minutes.join(',')};BYSECOND=0`
  return pythonJson({ rrule: `DTSTART:20240101T000000\nRRULE:${rule}`, timezone: 'UTC' })
}

/** How the scheduler names the schedule in `created_by` of its runs. */
export function scheduleKind(cadence: Cadence): string {
  if ('every' in cadence) return 'IntervalSchedule'
  return cadence.written === 'cron' ? 'CronSchedule' : 'RRuleSchedule'
}

/** The times of a schedule after `from`, up to and with `to`. */
export function occurrences(cadence: Cadence, from: number, to: number): number[] {
  const times: number[] = []
  if ('every' in cadence) {
    let at = anchor + (Math.floor((from - anchor) / cadence.every) + 1) * cadence.every
    for (; at <= to; at += cadence.every) times.push(at)
    return times
  }
  for (let midnight = from - (from % day); midnight <= to; midnight += day) {
    const weekDay = new Date(midnight / 1000).getUTCDay()
    if (cadence.days !== undefined && !cadence.days.includes(weekDay)) continue
    for (const hours of cadence.hours) {
      for (const minutes of cadence.minutes) {
        const at = midnight + hours * hour + minutes * minute
        if (at > from && at <= to) times.push(at)
      }
    }
  }
  return times
}
