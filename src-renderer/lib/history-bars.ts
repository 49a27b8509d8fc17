import { inStateOrder } from './states.ts'
import { localDay } from './time.ts'

/** Runs of one day. */
export interface DayRuns {
  /** `2026-11-20`. */
  day: string
  /** Counts by state type. */
  runs: Readonly<Record<string, number>>
}

/** A part of a bar; `y` and `height` in pixels, from the top. */
export interface BarPart {
  type: string
  y: number
  height: number
}

/** A day of the strip. */
export interface HistoryBar extends DayRuns {
  total: number
  parts: BarPart[]
}

/** What went wrong stands on top, where it is seen. */
const fromBottom = [
  'COMPLETED',
  'RUNNING',
  'PENDING',
  'PAUSED',
  'SCHEDULED',
  'CANCELLING',
  'CANCELLED',
  'FAILED',
  'CRASHED',
]

function stacked(runs: DayRuns['runs']): [string, number][] {
  const place = (type: string): number => (fromBottom.indexOf(type) + 100) % 100
  return inStateOrder(runs).toSorted(([a], [b]) => place(a) - place(b))
}

/** The last `count` days up to and with the day of `now`, on this clock. */
export function lastDays(now: number, count: number): string[] {
  const today = new Date(now)
  return Array.from({ length: count }, (_, index) =>
    localDay(
      new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - index), 12),
    ),
  )
}

function partsOf(runs: DayRuns['runs'], total: number, height: number): BarPart[] {
  let bottom = 0
  // A failure among thousands of runs keeps a pixel.
  const counts = stacked(runs).filter(([, number]) => number > 0)
  const least = Math.min(1, height / Math.max(1, counts.length))
  const shared = height - least * counts.length
  return counts.map(([type, number]) => {
    const part = { type, height: least + (number / total) * shared, y: 0 }
    bottom += part.height
    part.y = height - bottom
    return part
  })
}

/**
 * A bar for each day, stacked by state; its height follows the square root of its count, so that a
 * quiet day is seen beside a busy one.
 *
 * @param height - of the highest bar, in pixels; each other is at least 3.
 */
export function historyBars(
  days: readonly string[],
  history: readonly DayRuns[],
  height: number,
): HistoryBar[] {
  const byDay = new Map(history.map(({ day, runs }) => [day, runs]))
  const bars = days.map((day) => {
    const runs = byDay.get(day) ?? {}
    return { day, runs, total: Object.values(runs).reduce((sum, number) => sum + number, 0) }
  })
  const most = Math.max(1, ...bars.map(({ total }) => total))
  return bars.map((bar) => {
    const own = bar.total === 0 ? 0 : Math.max(3, Math.sqrt(bar.total / most) * height)
    const parts = partsOf(bar.runs, Math.max(1, bar.total), own)
    return { ...bar, parts: parts.map((part) => ({ ...part, y: part.y + height - own })) }
  })
}
