import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
} from 'react'
import type { TimelineRow } from '../../lib/timeline-rows.ts'
import { barOf, type RunSpan, type Span } from '../../lib/timeline-scale.ts'
import { timelineTicks } from '../../lib/timeline-ticks.ts'
import { TimelineAxis, TimelineLines } from './timeline-axis.tsx'
import { TimelineLine, timelineRowId } from './timeline-line.tsx'
import { TimelineTip, type Pointed } from './timeline-tip.tsx'
import { momentWords } from './timeline-words.ts'
import classes from './timeline.module.css'
import { useDragLook, useWheelLook, type Look } from './use-look.ts'
import { useTimelineKeys } from './use-timeline-keys.ts'

/** In pixels; the stylesheet has it too. */
const rowHeight = 28
/** A label of the axis takes so much, in pixels. */
const tickRoom = 96

/** What a timeline shows and does. */
export interface TimelineProps {
  /** What it holds, for those who hear it. */
  label: string
  rows: readonly TimelineRow[]
  run: RunSpan
  /** What is seen of the time. */
  span: Span
  bounds: Span
  look: Look
  onLook: (look: Span | null) => void
  /** The row that is the active one at first. */
  first: string | undefined
  /** A click on the name, a double click, or Enter. */
  onOpen: (id: string) => void
}

/**
 * Task runs as bars over time, a row each, of which those in sight are drawn. It is a grid: names,
 * states and times are its cells.
 */
export function Timeline(props: TimelineProps): ReactNode {
  const { label, rows, run, span, bounds, look, onLook, first, onOpen } = props
  const scroller = useRef<HTMLDivElement>(null)
  const track = useRef<HTMLDivElement>(null)
  const { ref: trackSize, width } = useElementSize<HTMLDivElement>()
  const trackRef = useMergedRef(track, trackSize)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    scrollPaddingStart: rowHeight,
  })
  const onShowBar = useCallback(
    (id: string) => {
      const row = rows.find((candidate) => candidate.id === id)
      const bar = row && barOf(row, run)
      if (bar) look.show(bar)
    },
    [rows, run, look],
  )
  const keys = useTimelineKeys({
    ids: rows.map(({ id }) => id),
    first,
    rowsInView: Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / rowHeight) - 2),
    look,
    middleOf: (id) => middleInSight(rows, { id, run, span }),
    onShowBar,
    show: (index) => virtualizer.scrollToIndex(index),
    onOpen,
  })
  useFirstInSight(keys.index, (index) => virtualizer.scrollToIndex(index, { align: 'center' }))
  useWheelLook({ scroller, track, span, look })
  const drag = useDragLook({ track, span, bounds, onLook })
  const onPoint = useCallback((row: TimelineRow | null, event: MouseEvent) => {
    const free = row !== null && event.buttons === 0
    setPointed(free ? { id: row.id, x: event.clientX, y: event.clientY } : null)
  }, [])
  const ticks = timelineTicks(span, Math.max(2, Math.floor(width / tickRoom)))
  const pointedRow = pointed && rows.find(({ id }) => id === pointed.id)
  return (
    <div
      ref={scroller}
      className={classes['scroller']}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={4}
      aria-activedescendant={timelineRowId(rows[keys.index]?.id)}
      tabIndex={0}
      onKeyDown={keys.onKeyDown}
      onScroll={() => setPointed(null)}
      {...drag}
    >
      <TimelineAxis ticks={ticks} day={momentWords(span.from)} width={width} trackRef={trackRef} />
      <div
        role="rowgroup"
        className={classes['body']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        <TimelineLines ticks={ticks} now={nowPart(span, run)} />
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <TimelineLine
              key={row.id}
              row={row}
              index={index}
              top={start}
              span={span}
              run={run}
              isActive={index === keys.index}
              onActivate={keys.activate}
              onOpen={onOpen}
              onShowBar={onShowBar}
              onPoint={onPoint}
            />
          )
        })}
      </div>
      {pointed && pointedRow && <TimelineTip row={pointedRow} at={pointed} now={run.now} />}
    </div>
  )
}

/** Brings the row that is active at first into sight, once. */
function useFirstInSight(index: number, show: (index: number) => void): void {
  const isDone = useRef(false)
  useLayoutEffect(() => {
    if (isDone.current) return
    isDone.current = true
    if (index > 0) show(index)
  })
}

function nowPart({ from, to }: Span, run: RunSpan): number | null {
  return run.end === null ? (run.now - from) / (to - from) : null
}

/** The middle of what is seen of a row's bar. */
function middleInSight(
  rows: readonly TimelineRow[],
  { id, run, span }: { id: string; run: RunSpan; span: Span },
): number | undefined {
  const row = rows.find((candidate) => candidate.id === id)
  const bar = row && barOf(row, run)
  if (!bar || bar.from > span.to || bar.to < span.from) return undefined
  return (Math.max(bar.from, span.from) + Math.min(bar.to, span.to)) / 2
}
