/** Runs of one state in one hour or day, as `runRows.readRunHistory` gives them. */
export interface HistoryCount {
  /** The beginning on the clock that was asked for: `2026-11-20` or `2026-11-20T13`. */
  at: string
  stateType: string | null
  count: number
}

/** How much time a bar stands for. */
export type BarUnit = 'hour' | 'day' | 'week' | 'month'

/** The runs of one stretch of time. */
export interface Bar {
  /** In milliseconds since 1970; the first moment that belongs to it. */
  from: number
  /** The first moment that no longer belongs to it. */
  before: number
  /** Counts by state type; runs without a state stand under the empty text. */
  counts: Readonly<Record<string, number>>
  total: number
}

/** A stretch of time in milliseconds since 1970, the end not in it. */
export interface Span {
  from: number
  before: number
}

const hour = 3_600_000
const day = 24 * hour
/** 5 January 1970 was a Monday. */
const firstMonday = 4 * day

/** A span of more days than this is told in days, not hours. */
const mostHourDays = 3

/** The unit in which the counts of a span are asked for. */
export function askedUnit({ from, before }: Span): 'hour' | 'day' {
  return before - from <= mostHourDays * day ? 'hour' : 'day'
}

/** The shortest unit of which no more than `most` bars make up the span. */
export function barUnit(span: Span, most: number): BarUnit {
  const length = span.before - span.from
  if (askedUnit(span) === 'hour' && length / hour <= most) return 'hour'
  if (length / day <= most) return 'day'
  return length / (7 * day) <= most ? 'week' : 'month'
}

/** The beginning of the unit that a moment lies in; all on one clock, as if it were UTC. */
function beginning(moment: number, unit: BarUnit): number {
  if (unit === 'hour') return Math.floor(moment / hour) * hour
  if (unit === 'day') return Math.floor(moment / day) * day
  if (unit === 'week') {
    return Math.floor((moment - firstMonday) / (7 * day)) * 7 * day + firstMonday
  }
  const date = new Date(moment)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth())
}

function next(start: number, unit: BarUnit): number {
  if (unit === 'hour') return start + hour
  if (unit === 'day') return start + day
  if (unit === 'week') return start + 7 * day
  const date = new Date(start)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)
}

function momentOf(at: string): number {
  return Date.parse(at.length > 10 ? `${at}:00Z` : `${at}T00:00Z`)
}

/**
 * A bar for each unit of a span, those without runs too.
 *
 * @param minutesEast - of the clock whose days are meant, from UTC.
 */
export function barsOf(history: {
  counts: readonly HistoryCount[]
  span: Span
  unit: BarUnit
  minutesEast: number
}): Bar[] {
  const { counts, span, unit, minutesEast } = history
  const shift = minutesEast * 60_000
  const [from, before] = [span.from + shift, span.before + shift]
  const byStart = new Map<number, Record<string, number>>()
  const starts: number[] = []
  for (let start = beginning(from, unit); start < before; start = next(start, unit)) {
    starts.push(start)
    byStart.set(start, {})
  }
  for (const { at, stateType, count } of counts) {
    const found = byStart.get(beginning(momentOf(at), unit))
    const state = stateType ?? ''
    if (found) found[state] = (found[state] ?? 0) + count
  }
  return starts.map((start) => {
    const found = byStart.get(start) ?? {}
    return {
      from: Math.max(start, from) - shift,
      before: Math.min(next(start, unit), before) - shift,
      counts: found,
      total: Object.values(found).reduce((sum, count) => sum + count, 0),
    }
  })
}

/** The counts of all bars together, by state type. */
export function totals(bars: readonly Bar[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { counts } of bars) {
    for (const [state, count] of Object.entries(counts)) sums[state] = (sums[state] ?? 0) + count
  }
  return sums
}

/** Counts together, by state type; runs without a state stand under the empty text. */
export function stateSums(counts: readonly HistoryCount[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { stateType, count } of counts) {
    const state = stateType ?? ''
    sums[state] = (sums[state] ?? 0) + count
  }
  return sums
}

/**
 * The span that a history of counts shows: the one that was asked, and where that begins with 1970
 * from the first day that has runs on.
 */
export function wholeSpan(asked: Span, counts: readonly HistoryCount[], minutesEast: number): Span {
  if (asked.from > 0) return asked
  const first = counts.reduce((least, { at }) => Math.min(least, momentOf(at)), Infinity)
  const from = Number.isFinite(first) ? first - minutesEast * 60_000 : asked.before - 30 * day
  return { from: Math.min(from, asked.before - day), before: asked.before }
}
