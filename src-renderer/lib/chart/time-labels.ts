import type { Bar, BarUnit, Span } from './bars.ts'

const hour = 3_600_000
const day = 24 * hour

// Moments are moved to the clock that is meant, so that the formats are those of UTC.
const zone = { timeZone: 'UTC' } as const
const wholeDay = new Intl.DateTimeFormat(undefined, { ...zone, dateStyle: 'medium' })
const weekday = new Intl.DateTimeFormat(undefined, { ...zone, weekday: 'short' })
const shortDay = new Intl.DateTimeFormat(undefined, { ...zone, month: 'short', day: 'numeric' })
const month = new Intl.DateTimeFormat(undefined, { ...zone, month: 'short', year: 'numeric' })
const clock = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' })

/** The time of a bar in words: "Fri, Nov 20, 2026", "Nov 16, 2026 to Nov 22, 2026". */
export function barTime(bar: Span, clockOf: { unit: BarUnit; minutesEast: number }): string {
  const { unit, minutesEast } = clockOf
  const from = bar.from + minutesEast * 60_000
  const before = bar.before + minutesEast * 60_000
  if (unit === 'hour') {
    return `${weekday.format(from)}, ${wholeDay.format(from)}, ${clock.format(from)} to ${clock.format(before)}`
  }
  if (unit === 'day') return `${weekday.format(from)}, ${wholeDay.format(from)}`
  if (unit === 'month') return month.format(from)
  return `${wholeDay.format(from)} to ${wholeDay.format(before - day)}`
}

/** The time below a bar: "Nov 20". */
export function barMark(bar: Bar, clockOf: { unit: BarUnit; minutesEast: number }): string {
  const { unit, minutesEast } = clockOf
  const from = bar.from + minutesEast * 60_000
  if (unit === 'month') return month.format(from)
  if (unit !== 'hour') return shortDay.format(from)
  return from % day === 0 ? shortDay.format(from) : clock.format(from)
}

/** A span in words: "Nov 20, 2026", "Nov 12, 2026 to Nov 18, 2026", with times where it does not fill days. */
export function spanTime({ from, before }: Span, minutesEast: number): string {
  const first = from + minutesEast * 60_000
  const end = before + minutesEast * 60_000
  if (first % day === 0 && end % day === 0) {
    const last = end - day
    if (last <= first) return wholeDay.format(first)
    return `${wholeDay.format(first)} to ${wholeDay.format(last)}`
  }
  const at = (moment: number): string => `${wholeDay.format(moment)}, ${clock.format(moment)}`
  const isOneDay = Math.floor(first / day) === Math.floor((end - 1) / day)
  return `${at(first)} to ${isOneDay ? clock.format(end) : at(end)}`
}

/** The hour of the day that a moment lies in, on the clock so far east of UTC. */
export function hourOfDay(moment: number, minutesEast: number): number {
  return new Date(moment + minutesEast * 60_000).getUTCHours()
}
