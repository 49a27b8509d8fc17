import { normalIsoTime, normalMoment } from '../../../src-shared/contract/schemas/timestamp.ts'
import type { FilterBody } from '../filter-body.ts'
import type { Span } from './bars.ts'

const day = 86_400_000

/** The spans that a history offers: so many days up to today, or all there are. */
export const historySpans = [
  { id: '7', words: '7 days' },
  { id: '30', words: '30 days' },
  { id: '90', words: '90 days' },
  { id: '365', words: '365 days' },
  { id: 'all', words: 'All' },
] as const

/** One of {@link historySpans}. */
export type HistorySpan = (typeof historySpans)[number]['id']

/** The span that an address names; 30 days if it names none. */
export function historySpan(named: unknown): HistorySpan {
  return historySpans.find(({ id }) => id === String(named))?.id ?? '30'
}

/** A stretch of time that may have no beginning or no end, in milliseconds since 1970. */
export interface OpenSpan {
  from: number | null
  before: number | null
}

function milliseconds(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const moment = normalMoment(value)
  return moment === null ? null : Date.parse(moment)
}

/** The time of start that a filter asks runs for; null where it asks none. */
export function startSpan(filter: FilterBody): OpenSpan | null {
  const asked = filter.flow_runs?.start_time
  const from = milliseconds(asked?.after_)
  const last = milliseconds(asked?.before_)
  if (from === null && last === null) return null
  // Prefect's `before_` has its moment in it.
  return { from, before: last === null ? null : last + 1 }
}

/** A moment in milliseconds since 1970 as operations take it. */
export function momentText(moment: number): string {
  const text = new Date(moment).toISOString()
  return normalIsoTime(text) ?? text
}

/** A filter that asks for runs that started within a span, or at any time; all else stays. */
export function withStartSpan(filter: FilterBody, span: Span | null): FilterBody {
  const { start_time: _, ...runs } = filter.flow_runs ?? {}
  const asked = span && {
    after_: momentText(span.from),
    before_: momentText(span.before - 1).replace('000Z', '999Z'),
  }
  const { flow_runs: __, ...others } = filter
  const own = asked ? { ...runs, start_time: asked } : runs
  return Object.keys(own).length > 0 ? { ...others, flow_runs: own } : others
}

/**
 * The time that a history is asked for: what the filter asks, and where that leaves it open the
 * chosen span up to the end of today.
 *
 * @param now - in milliseconds since 1970.
 * @param minutesEast - of the clock whose days are meant, from UTC.
 */
export function askedSpan(chosen: {
  span: HistorySpan
  zoom: OpenSpan | null
  now: number
  minutesEast: number
}): Span {
  const { span, zoom, now, minutesEast } = chosen
  const shift = minutesEast * 60_000
  const tomorrow = (Math.floor((now + shift) / day) + 1) * day - shift
  const before = zoom?.before ?? Math.max(tomorrow, zoom?.from ?? 0)
  // Nothing was run before 1970.
  const first = span === 'all' ? 0 : tomorrow - Number(span) * day
  return { from: Math.min(zoom?.from ?? first, before), before }
}
