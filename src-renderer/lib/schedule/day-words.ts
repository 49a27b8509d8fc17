import { inRuns, listed } from './word-lists.ts'

/** A weekday, 0 is Sunday; `nth` of the month counts from its end where it is negative. */
export interface Weekday {
  day: number
  nth: number | null
}

/** On which days; null stands for "any". A day of the month counts from its end where it is negative. */
export interface Days {
  months: readonly number[] | null
  days: readonly number[] | null
  weekdays: readonly Weekday[] | null
  /** Where both days and weekdays are given: true for either, false for both at once. */
  either: boolean
}

const weekdayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const monthNames =
  'January February March April May June July August September October November December'.split(' ')
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']

/** The name of a weekday, 0 is Sunday. */
export function weekdayName(day: number): string {
  return weekdayNames[day % 7] ?? ''
}

function monthName(month: number): string {
  return monthNames[month - 1] ?? ''
}

/** "first", "last", "second last". */
function place(nth: number): string {
  if (nth > 0) return ordinals[nth - 1] ?? `${nth}th`
  return nth === -1 ? 'last' : `${ordinals[-nth - 1] ?? `${-nth}th`} last`
}

/** Weekdays without a place in the month: "Monday to Friday", "every Monday". */
function plainWeekdays(weekdays: readonly Weekday[]): string {
  // A week begins on Monday, so that a weekend stands together.
  const days = weekdays.map(({ day }) => (day === 0 ? 7 : day)).toSorted((a, b) => a - b)
  const words = inRuns(days, weekdayName)
  return days.length === 1 ? `every ${words}` : words
}

function weekdaysInWords(weekdays: readonly Weekday[], ofMonths: string): string {
  const placed = weekdays.filter(({ nth }) => nth !== null)
  if (placed.length === 0) return plainWeekdays(weekdays)
  const words = placed.map(({ day, nth }) => `the ${place(nth ?? 1)} ${weekdayName(day)}`)
  return `${listed(words)} of ${ofMonths}`
}

function daysInWords(days: readonly number[], ofMonths: string): string {
  const counted = days.filter((day) => day > 0)
  const fromEnd = days.filter((day) => day < 0).map((day) => `the ${place(day)} day`)
  const word = counted.length === 1 ? 'day' : 'days'
  const words = counted.length > 0 ? [`${word} ${inRuns(counted, String)}`, ...fromEnd] : fromEnd
  return `${listed(words)} of ${ofMonths}`
}

/** Days in words: "every day", "Monday to Friday", "day 1 of the month or every Monday". */
export function dayWords({ months, days, weekdays, either }: Days): string {
  const named = months && inRuns(months, monthName)
  const ofMonths = named ?? 'the month'
  const inMonths = named === null ? '' : ` in ${named}`
  if (days && months?.length === 1 && !weekdays && days.length === 1 && (days[0] ?? 0) > 0) {
    return `every year on ${days[0]} ${named}`
  }
  if (days && weekdays) {
    const ofMonth = daysInWords(days, ofMonths)
    if (either) return `${ofMonth} or ${weekdaysInWords(weekdays, ofMonths)}${inMonths}`
    return `${weekdaysInWords(weekdays, ofMonths)}, but only on ${ofMonth},`
  }
  if (days) return daysInWords(days, ofMonths)
  if (!weekdays) return `every day${inMonths}`
  const isPlaced = weekdays.some(({ nth }) => nth !== null)
  return weekdaysInWords(weekdays, ofMonths) + (isPlaced ? '' : inMonths)
}
