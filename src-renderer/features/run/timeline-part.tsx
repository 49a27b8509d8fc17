import { useMemo, type ReactNode } from 'react'
import type { TimelineTask } from '../../../src-shared/contract/schemas/run-page.ts'
import { EmptyNotice } from '../../components/empty-notice.tsx'
import { SearchInput } from '../../components/search-input.tsx'
import { TimelineTools } from '../../components/timeline/timeline-tools.tsx'
import { Timeline } from '../../components/timeline/timeline.tsx'
import { useLook } from '../../components/timeline/use-look.ts'
import { counted } from '../../lib/numbers.ts'
import { duration } from '../../lib/time.ts'
import {
  countsByState,
  matchingRows,
  timelineRows,
  type TimelineFilter,
  type TimelineRow,
} from '../../lib/timeline-rows.ts'
import { wholeSpan, type Span } from '../../lib/timeline-scale.ts'
import { useNow } from '../../lib/use-now.ts'
import classes from './run.module.css'
import { StateFilter } from './state-filter.tsx'

/** What the timeline of a flow run is made of. */
export interface TimelinePartProps {
  tasks: readonly TimelineTask[]
  /** How many there are, if more than are shown. */
  total: number
  /** Of the flow run, ISO 8601. */
  run: { start: string | null; end: string | null }
  filter: TimelineFilter
  onFilter: (filter: TimelineFilter) => void
  /** What of the time is seen; null for all. */
  look: Span | null
  onLook: (look: Span | null) => void
  /** The row that is the active one at first. */
  first: string | undefined
  onOpen: (taskRunId: string) => void
}

/** The task runs of a flow run over time, searched and filtered by state. */
export function TimelinePart(props: TimelinePartProps): ReactNode {
  const { tasks, total, filter, onFilter } = props
  const all = useMemo(() => timelineRows(tasks), [tasks])
  const counts = useMemo(() => countsByState(all), [all])
  const { text, states } = filter
  const rows = useMemo(() => matchingRows(all, { text, states }), [all, text, states])
  if (all.length === 0) return <EmptyNotice text="This flow run has no task runs." />
  const isFiltered = text !== '' || states.length > 0
  const shown = counted(all.length, 'task run')
  const clear = { label: 'Clear filters', run: () => onFilter({ text: '', states: [] }) }
  return (
    <>
      <div className={classes['tools']}>
        <SearchInput
          label="Name of task runs"
          placeholder="Search names"
          text={text}
          onText={(next) => onFilter({ text: next, states })}
        />
        <StateFilter
          counts={counts}
          states={states}
          onStates={(next) => onFilter({ text, states: next })}
        />
        <span className={classes['count']} aria-live="polite">
          {isFiltered ? `${rows.length} of ${shown}` : shown}
          {total > all.length && `, the first of ${total}`}
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyNotice text="No task run matches." action={clear} />
      ) : (
        <Looking {...props} all={all} rows={rows} />
      )}
    </>
  )
}

const keysHint =
  'Ctrl and wheel or + and - zoom, drag or ← and → move, Z shows the row’s bar, 0 all, Enter opens it'

/** The bars, and what of the time is seen of them. */
function Looking(
  props: TimelinePartProps & { all: readonly TimelineRow[]; rows: readonly TimelineRow[] },
): ReactNode {
  const { all, rows, run, look: seen, onLook, first, onOpen } = props
  const clock = useNow()
  const start = run.start === null ? null : Date.parse(run.start)
  const end = run.end === null ? null : Date.parse(run.end)
  const isMoving = end === null || all.some(({ isOpen }) => isOpen)
  // Where nothing moves, nothing is drawn anew each second.
  const now = isMoving ? clock : (end ?? clock)
  const runSpan = useMemo(() => ({ start, end, now }), [start, end, now])
  const bounds = useMemo(() => wholeSpan(all, runSpan), [all, runSpan])
  const span = useMemo(() => seen ?? bounds, [seen, bounds])
  const look = useLook({ span, bounds, onLook })
  return (
    <>
      <Timeline
        label="Task runs over time"
        rows={rows}
        run={runSpan}
        span={span}
        bounds={bounds}
        look={look}
        onLook={onLook}
        first={first}
        onOpen={onOpen}
      />
      <footer className={classes['footer']}>
        <span>{keysHint}</span>
        <TimelineTools
          words={`${duration((span.to - span.from) / 1000)} in sight`}
          isWhole={seen === null}
          look={look}
        />
      </footer>
    </>
  )
}
