import { z } from 'zod'
import { cronWords } from './schedule/cron-words.ts'
import { intervalOf, intervalWords } from './schedule/interval-words.ts'
import { rruleWords } from './schedule/rrule-words.ts'

/** A schedule in words. */
export interface ScheduleWords {
  /** "every 15 min", "Monday to Friday at 06:30 (Europe/Berlin)"; the stored text where it cannot be read. */
  text: string
  /** Why Prefect cannot read it. */
  error?: string
}

const zone = z.string().nullish()

/** Prefect's `SCHEDULE_TYPES`: each knows its own members only. */
const stored = z.union([
  z.strictObject({
    interval: z.union([z.number(), z.string()]),
    anchor_date: z.string().nullish(),
    timezone: zone,
  }),
  z.strictObject({ cron: z.string(), timezone: zone, day_or: z.boolean().default(true) }),
  z.strictObject({ rrule: z.string(), timezone: zone }),
])

type Stored = z.output<typeof stored>

function parsed(json: string): Stored | null {
  try {
    return stored.parse(JSON.parse(json))
  } catch {
    return null
  }
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** Words, and whether they hold on the clock of the zone; null where Prefect refuses the schedule. */
function wordsOf(schedule: Stored, zoneName: string): { text: string; isZoned: boolean } | null {
  if ('interval' in schedule) {
    const interval = intervalOf(schedule.interval)
    if (!interval) return null
    const anchor = schedule.anchor_date ?? null
    const { kind, text } = intervalWords({ interval, anchor, zone: zoneName })
    return { text, isZoned: kind === 'at' }
  }
  const [told, raw] =
    'cron' in schedule
      ? [cronWords(schedule.cron, { dayOr: schedule.day_or }), `cron ${schedule.cron}`]
      : [rruleWords(schedule.rrule), `rrule ${schedule.rrule.replaceAll(/\s+/g, ' ')}`]
  if (!told) return null
  const text = told.words ?? raw
  // A rhythm below the day is the same on every clock.
  return { text, isZoned: !/^every (\d+ )?(min|minute|s|second|h|hour)$/.test(text) }
}

/**
 * A deployment's schedule in words.
 *
 * @param json - the schedule as it is stored: JSON of Prefect's interval, cron or rrule schedule.
 */
export function scheduleWords(json: string): ScheduleWords {
  const schedule = parsed(json)
  if (!schedule) return { text: json, error: 'Prefect cannot read this schedule' }
  const zoneName = schedule.timezone || 'UTC'
  if (!isZone(zoneName)) return { text: json, error: `There is no time zone ${zoneName}` }
  const words = wordsOf(schedule, zoneName)
  if (!words) return { text: json, error: 'Prefect cannot read this schedule' }
  return { text: words.isZoned ? `${words.text} (${zoneName})` : words.text }
}
