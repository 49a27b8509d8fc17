import { inRuns, listed, stepOf } from './word-lists.ts'

/** At which times of a day; null stands for "any". */
export interface Times {
  hours: readonly number[] | null
  minutes: readonly number[] | null
  seconds: readonly number[] | null
}

/**
 * Times of a day in words. `at`: single times, which follow the days: "at 08:00". `every`: a rhythm,
 * which the days follow: "every 15 min".
 */
export interface TimeWords {
  kind: 'at' | 'every'
  text: string
}

/** More single times than this are told by hours and minutes. */
const mostTimes = 4

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** "08:05", with seconds where there are any. */
export function clock(time: { hour: number; minute: number; second?: number }): string {
  const { hour, minute, second = 0 } = time
  return [hour, minute, ...(second === 0 ? [] : [second])].map(two).join(':')
}

/** "every minute", "every 15 min". */
function everyUnit(step: number, one: string, short: string): string {
  return step === 1 ? `every ${one}` : `every ${step} ${short}`
}

/** True where values go round the whole of their unit at one step. */
function goesRound(values: readonly number[], unit: number): boolean {
  const step = stepOf(values)
  return step !== null && (values[0] ?? 0) < step && values.length * step === unit
}

function singleTimes({ hours, minutes, seconds }: Times): string[] | null {
  if (!hours || !minutes || seconds?.length !== 1) return null
  if (hours.length * minutes.length > mostTimes) return null
  return hours.flatMap((hour) =>
    minutes.map((minute) => clock({ hour, minute, second: seconds[0] ?? 0 })),
  )
}

/** Minutes of any hour: "every 15 min", "every hour at minute 5". */
function minutesOfHours(minutes: readonly number[]): string {
  const [first = 0] = minutes
  if (minutes.length === 1) return first === 0 ? 'every hour' : `every hour at minute ${first}`
  if (goesRound(minutes, 60)) {
    const rhythm = everyUnit(stepOf(minutes) ?? 1, 'minute', 'min')
    return first === 0 ? rhythm : `${rhythm} from minute ${first} of the hour`
  }
  return `every hour at the minutes ${inRuns(minutes, String)}`
}

/** A rhythm through some hours of the day: "every 30 min from 07:00 to 19:30". */
function rhythmWithin(hours: readonly number[], minutes: readonly number[]): string | null {
  const step = stepOf(hours)
  const [minute = 0] = minutes
  const first = clock({ hour: hours[0] ?? 0, minute })
  const last = clock({ hour: hours.at(-1) ?? 0, minute: minutes.at(-1) ?? 0 })
  if (minutes.length === 1 && step !== null) {
    const rhythm = everyUnit(step, 'hour', 'h')
    if (!goesRound(hours, 24)) return `${rhythm} from ${first} to ${last}`
    return first === '00:00' ? rhythm : `${rhythm} from ${first}`
  }
  const isUnbroken = hours.length === 1 || step === 1
  if (!isUnbroken || !goesRound(minutes, 60)) return null
  return `${everyUnit(stepOf(minutes) ?? 1, 'minute', 'min')} from ${first} to ${last}`
}

function ofHours(hours: readonly number[], minutes: readonly number[] | null): string {
  const all = minutes ?? Array.from({ length: 60 }, (_, minute) => minute)
  const rhythm = rhythmWithin(hours, all)
  if (rhythm !== null) return rhythm
  const named = `of the ${hours.length === 1 ? 'hour' : 'hours'} ${inRuns(hours, String)}`
  if (minutes === null) return `every minute ${named}`
  const word = minutes.length === 1 ? 'minute' : 'minutes'
  return `at ${word} ${inRuns(minutes, String)} ${named}`
}

/** Seconds that make a rhythm of their own: "every 10 s". */
function secondsInWords({ hours, minutes, seconds }: Times): string | null {
  if (hours || minutes) return null
  if (seconds === null) return 'every second'
  return goesRound(seconds, 60) && seconds[0] === 0
    ? everyUnit(stepOf(seconds) ?? 1, 'second', 's')
    : null
}

/** Times of a day in words; null where words would be longer than they are worth. */
export function timeWords(times: Times): TimeWords | null {
  const single = singleTimes(times)
  if (single) return { kind: 'at', text: `at ${listed(single)}` }
  const { hours, minutes, seconds } = times
  if (seconds?.length !== 1 || seconds[0] !== 0) {
    const text = secondsInWords(times)
    return text === null ? null : { kind: 'every', text }
  }
  if (hours) return { kind: 'every', text: ofHours(hours, minutes) }
  return { kind: 'every', text: minutes ? minutesOfHours(minutes) : 'every minute' }
}
