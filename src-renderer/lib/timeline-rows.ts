import type { TimelineTask } from '../../src-shared/contract/schemas/run-page.ts'

/** A task run on a timeline; moments are milliseconds since 1970. */
export interface TimelineRow {
  id: string
  name: string
  stateType: string | null
  stateName: string | null
  /** Null where it has not begun. */
  start: number | null
  end: number | null
  expected: number | null
  runCount: number
  /** The flow run that it stands for. */
  subflowRunId: string | null
  /** It began, and nothing says that it ended. */
  isOpen: boolean
}

/** The state types after which nothing follows. */
const finalStates: ReadonlySet<string | null> = new Set([
  'COMPLETED',
  'FAILED',
  'CRASHED',
  'CANCELLED',
])

/** True if a run in this state stays in it. */
export function isFinal(stateType: string | null): boolean {
  return finalStates.has(stateType)
}

function milliseconds(moment: string | null): number | null {
  if (moment === null) return null
  const parsed = Date.parse(moment)
  return Number.isNaN(parsed) ? null : parsed
}

/** What a timeline draws of each task run, in the order they came in; what has not begun comes last. */
export function timelineRows(tasks: readonly TimelineTask[]): TimelineRow[] {
  const rows = tasks.map((task) => {
    const start = milliseconds(task.start)
    const end = milliseconds(task.end)
    return {
      id: task.id,
      name: task.name,
      stateType: task.stateType,
      stateName: task.stateName,
      start,
      end,
      expected: milliseconds(task.expected),
      runCount: task.runCount,
      subflowRunId: task.subflowRunId,
      isOpen: start !== null && end === null && !isFinal(task.stateType),
    }
  })
  return rows.toSorted((one, other) => Number(one.start === null) - Number(other.start === null))
}

/** What of a timeline is asked for: nothing set means all. */
export interface TimelineFilter {
  /** A part of the name, in any case. */
  text: string
  /** State types. */
  states: readonly string[]
}

/** The rows whose name holds the text and whose state is one of those asked for. */
export function matchingRows(
  rows: readonly TimelineRow[],
  { text, states }: TimelineFilter,
): readonly TimelineRow[] {
  const wanted = text.toLowerCase()
  const types = new Set(states)
  if (wanted === '' && types.size === 0) return rows
  return rows.filter(
    ({ name, stateType }) =>
      (types.size === 0 || types.has(stateType ?? '')) && name.toLowerCase().includes(wanted),
  )
}

/** How many rows are in each state type ('' for none), the most frequent first. */
export function countsByState(rows: readonly TimelineRow[]): [type: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { stateType } of rows) {
    counts.set(stateType ?? '', (counts.get(stateType ?? '') ?? 0) + 1)
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)
}

/** Seconds from start to end, or while it is open to `now`; null where it has not begun. */
export function rowSeconds({ start, end, isOpen }: TimelineRow, now: number): number | null {
  if (start === null) return null
  const until = end ?? (isOpen ? now : null)
  return until === null ? null : Math.max(0, until - start) / 1000
}
