import { barOf, type RunSpan } from '../../lib/timeline-scale.ts'
import { rowSeconds, type TimelineRow } from '../../lib/timeline-rows.ts'
import { clockTime } from '../../lib/timeline-ticks.ts'
import { duration, lateness } from '../../lib/time.ts'

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

/** A moment with its day and its milliseconds, in local time. */
export function momentWords(moment: number): string {
  return `${dateFormat.format(moment)}, ${clockTime(moment, 1)}`
}

/** How long a row took, or why it took no time yet. */
export function lengthWords(row: TimelineRow, now: number): string | null {
  const seconds = rowSeconds(row, now)
  return seconds === null ? null : duration(seconds)
}

/** What a row's bar says, for those who do not see it. */
export function barWords(row: TimelineRow, run: RunSpan): string {
  const bar = barOf(row, run)
  if (row.start !== null) {
    const until = row.end ?? (row.isOpen ? null : row.start)
    const end = until === null ? 'still running' : `to ${clockTime(until, 1)}`
    return `from ${clockTime(row.start, 1)} ${end}`
  }
  if (!bar) return 'not started'
  const expected = `not started, expected at ${clockTime(bar.from, 1)}`
  if (run.end !== null || bar.from > run.now) return expected
  return `${expected}, ${lateness(new Date(bar.from).toISOString(), run.now)}`
}

/** All that a row tells of its times, each a word and its value. */
export function rowFacts(row: TimelineRow, now: number): [word: string, value: string][] {
  const { start, end, expected, isOpen, runCount } = row
  const length = lengthWords(row, now)
  const facts: [string, string][] = []
  if (expected !== null) facts.push(['Expected', momentWords(expected)])
  facts.push(['Started', start === null ? 'not started' : momentWords(start)])
  if (end !== null) facts.push(['Ended', momentWords(end)])
  else if (isOpen) facts.push(['Ended', 'not yet'])
  if (length !== null) facts.push([isOpen ? 'So far' : 'Took', length])
  if (runCount > 1) facts.push(['Runs', String(runCount)])
  return facts
}
