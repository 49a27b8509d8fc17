import { cronFields, type CronFields } from './cron-fields.ts'
import { occasionWords } from './occasion-words.ts'

/**
 * A cron expression in words: "Monday to Friday at 06:30".
 *
 * @returns `words` null for one that is hard to put into words, null for one that Prefect refuses.
 */
export function cronWords(
  expression: string,
  options: { dayOr: boolean },
): { words: string | null } | null {
  const fields = cronFields(expression)
  if (!fields) return null
  const { hours, minutes, seconds, months, years } = fields
  if (years) return { words: null }
  const { days, weekdays } = restricted(fields, options.dayOr)
  const fromEnd = (nth: number | 'last'): number => (nth === 'last' ? -1 : nth)
  const words = occasionWords({
    hours,
    minutes,
    seconds,
    months,
    days: days && days.map(fromEnd),
    weekdays: weekdays && weekdays.map(({ day, nth }) => ({ day, nth: nth && fromEnd(nth) })),
    either: options.dayOr,
  })
  return { words }
}

/** What days and weekdays leave out: nothing where all of one are named and either will do. */
function restricted(
  { days, weekdays }: CronFields,
  dayOr: boolean,
): Pick<CronFields, 'days' | 'weekdays'> {
  const isEveryDay = days?.length === 31
  const isEveryWeekday = weekdays?.length === 7 && weekdays.every(({ nth }) => nth === null)
  const isAny = dayOr && days && weekdays && (isEveryDay || isEveryWeekday)
  return {
    days: isAny || isEveryDay ? null : days,
    weekdays: isAny || isEveryWeekday ? null : weekdays,
  }
}
