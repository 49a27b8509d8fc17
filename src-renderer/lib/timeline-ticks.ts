import type { Span } from './timeline-scale.ts'

/** A line of the time axis. */
export interface Tick {
  /** Milliseconds since 1970. */
  at: number
  /** Where it stands in the span, 0 to 1. */
  part: number
  label: string
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Steps that people count by, in milliseconds. */
const steps = [
  { unit: 1, counts: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
  { unit: second, counts: [1, 2, 5, 10, 15, 30] },
  { unit: minute, counts: [1, 2, 5, 10, 15, 30] },
  { unit: hour, counts: [1, 2, 3, 6, 12] },
  { unit: day, counts: [1, 2, 7, 14, 30, 90, 365] },
].flatMap(({ unit, counts }) => counts.map((count) => count * unit))

/** The smallest step that gives at most so many ticks in a length of time; all in milliseconds. */
export function tickStep(length: number, most: number): number {
  const least = length / Math.max(1, most)
  const widest = 365 * day
  return steps.find((step) => step >= least) ?? Math.ceil(least / widest) * widest
}

const dayFormat = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' })
const yearFormat = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short' })

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** The local time of day, as exact as a step of so many milliseconds needs it: `07:05`, `07:05:00.250`. */
export function clockTime(moment: number, step: number): string {
  const date = new Date(moment)
  const minutes = `${two(date.getHours())}:${two(date.getMinutes())}`
  if (step >= minute) return minutes
  const seconds = `${minutes}:${two(date.getSeconds())}`
  if (step >= second) return seconds
  return `${seconds}.${String(date.getMilliseconds()).padStart(3, '0')}`
}

function label(moment: number, step: number): string {
  if (step >= 30 * day) return yearFormat.format(moment)
  const date = new Date(moment)
  const isMidnight = date.getHours() === 0 && date.getMinutes() === 0 && date.getSeconds() === 0
  if (step >= day || (isMidnight && step >= minute)) return dayFormat.format(moment)
  return clockTime(moment, step)
}

/** The ticks of a span, at even local times; at most `most` and one more. */
export function timelineTicks(span: Span, most: number): Tick[] {
  const length = span.to - span.from
  const step = tickStep(length, most)
  // Even times are those of the local clock.
  const east = -new Date(span.from).getTimezoneOffset() * minute
  const first = Math.ceil((span.from + east) / step) * step - east
  const ticks: Tick[] = []
  for (let at = first; at <= span.to && ticks.length <= most; at += step) {
    ticks.push({ at, part: (at - span.from) / length, label: label(at, step) })
  }
  return ticks
}
