import { storeTimestamp } from '../../database/codecs.ts'
import type { StoredSpan } from '../../database/row-expressions.ts'

/** What part of time a history is of, and by what clock. */
export interface HistoryOptions {
  readonly from: string
  readonly before: string
  readonly unit: 'hour' | 'day'
  readonly minutesEast: number
}

const millisecondsOf = { hour: 3_600_000, day: 86_400_000 }
const shownLength = { hour: 13, day: 10 }

/** The days or hours of a history, on its clock; null for more than `most`. */
export function historySpans(options: HistoryOptions, most: number): StoredSpan[] | null {
  const { from, before, unit, minutesEast } = options
  const length = millisecondsOf[unit]
  const east = minutesEast * 60_000
  const first = Math.floor((Date.parse(from) + east) / length) * length
  const last = Date.parse(before) + east
  if ((last - first) / length > most) return null
  const spans: StoredSpan[] = []
  for (let local = first; local < last; local += length) {
    const [begins, ends] = [stored(local - east), stored(local + length - east)]
    spans.push({
      at: new Date(local).toISOString().slice(0, shownLength[unit]),
      from: later(begins, storeTimestamp(from)),
      before: earlier(ends, storeTimestamp(before)),
    })
  }
  return spans
}

function stored(milliseconds: number): string {
  return storeTimestamp(new Date(milliseconds).toISOString().replace('Z', '000Z'))
}

function later(one: string, other: string): string {
  return one > other ? one : other
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}
