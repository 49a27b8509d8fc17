import type { TimelineRow } from './timeline-rows.ts'

/** A stretch of time, in milliseconds since 1970; `to` is later than `from`. */
export interface Span {
  from: number
  to: number
}

/** No closer look than this, in milliseconds. */
const shortest = 5

/** What lies before and behind the outermost bars, as a part of their span. */
const margin = 0.02

/** When a flow run began and ended, as far as it did. */
export interface RunSpan {
  start: number | null
  end: number | null
  now: number
}

/**
 * The time that the bars of all rows take, with a little room around. A bar without an end reaches
 * to now, or where the flow run has ended no further than what is known to have ended.
 */
export function wholeSpan(rows: readonly TimelineRow[], run: RunSpan): Span {
  let from = run.start ?? Infinity
  let to = run.end ?? (run.start === null ? -Infinity : run.now)
  for (const { start, end, isOpen } of rows) {
    if (start === null) continue
    from = Math.min(from, start)
    to = Math.max(to, start, end ?? (isOpen && run.end === null ? run.now : start))
  }
  if (from > to) return { from: run.now - 1000, to: run.now }
  const room = Math.max((to - from) * margin, shortest)
  return { from: from - room, to: to + room }
}

function within(span: Span, bounds: Span): Span {
  const length = Math.min(span.to - span.from, bounds.to - bounds.from)
  const from = Math.min(Math.max(span.from, bounds.from), bounds.to - length)
  return { from, to: from + length }
}

/**
 * A closer or a wider look, within bounds.
 *
 * @param zoom.factor - above 1 for a closer look.
 * @param zoom.at - the moment that stays where it is.
 */
export function zoomed(span: Span, zoom: { factor: number; at: number; bounds: Span }): Span {
  const { factor, at, bounds } = zoom
  const length = span.to - span.from
  const next = Math.max(length / factor, shortest)
  const from = at - ((at - span.from) / length) * next
  return within({ from, to: from + next }, bounds)
}

/** The same look, moved by a part of its own length, within bounds. */
export function panned(span: Span, pan: { parts: number; bounds: Span }): Span {
  const by = (span.to - span.from) * pan.parts
  return within({ from: span.from + by, to: span.to + by }, pan.bounds)
}

/** A stretch of time and as much again around it, within bounds; never less than can be seen. */
export function around({ from, to }: Span, bounds: Span): Span {
  const room = Math.max(to - from, shortest) / 2
  return within({ from: from - room, to: Math.max(to, from) + room }, bounds)
}

/** The moment at a part of a span, 0 its beginning and 1 its end. */
export function momentAt({ from, to }: Span, part: number): number {
  return from + (to - from) * part
}

/** Where a bar lies in a span, in parts of it; a bar that goes beyond is cut there. */
export interface BarPlace {
  left: number
  width: number
  goesBeyond: boolean
  comesFromBefore: boolean
}

function partOf({ from, to }: Span, moment: number): number {
  return (moment - from) / (to - from)
}

/** Where the bar from one moment to another lies in a span; null if it is out of sight. */
export function barPlace(bar: Span, span: Span): BarPlace | null {
  const left = partOf(span, bar.from)
  const right = partOf(span, Math.max(bar.to, bar.from))
  if (right < 0 || left > 1) return null
  const shown = Math.max(0, left)
  return {
    left: shown,
    width: Math.min(1, right) - shown,
    goesBeyond: right > 1,
    comesFromBefore: left < 0,
  }
}

/**
 * The stretch that a row's bar takes: from its start to its end, or while it is open to now. One
 * that has not begun waits from when it was expected until now, unless its flow run is over.
 */
export function barOf(row: TimelineRow, run: RunSpan): Span | null {
  const { start, end, expected, isOpen } = row
  if (start !== null) return { from: start, to: end ?? (isOpen ? run.now : start) }
  if (expected === null) return null
  return { from: expected, to: Math.max(expected, run.end ?? run.now) }
}
