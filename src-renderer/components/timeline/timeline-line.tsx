import { IconArrowBarToDown } from '@tabler/icons-react'
import { memo, type MouseEvent, type ReactNode } from 'react'
import { linkTo } from '../../lib/screen-link.ts'
import type { TimelineRow } from '../../lib/timeline-rows.ts'
import type { RunSpan, Span } from '../../lib/timeline-scale.ts'
import { Nothing } from '../nothing.tsx'
import { StateBadge } from '../state-badge.tsx'
import { TimelineBar } from './timeline-bar.tsx'
import { barWords, lengthWords } from './timeline-words.ts'
import classes from './timeline.module.css'

/** The id of a row's element. */
export function timelineRowId(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `timeline-${id}`
}

/** What one row of a timeline shows. */
export interface TimelineLineProps {
  row: TimelineRow
  index: number
  /** In pixels. */
  top: number
  span: Span
  run: RunSpan
  isActive: boolean
  onActivate: (id: string) => void
  onOpen: (id: string) => void
  onShowBar: (id: string) => void
  onPoint: (row: TimelineRow | null, event: MouseEvent) => void
}

/** A task run in a timeline: its name, state, duration and bar. */
export const TimelineLine = memo(function TimelineLine(props: TimelineLineProps): ReactNode {
  const { row, index, top, span, run, isActive, onActivate, onOpen, onShowBar, onPoint } = props
  return (
    <div
      id={timelineRowId(row.id)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onActivate(row.id)}
      onDoubleClick={() => onOpen(row.id)}
      onMouseMove={(event) => onPoint(row, event)}
      onMouseLeave={(event) => onPoint(null, event)}
    >
      <div role="gridcell" className={classes['cell']}>
        <NameLink row={row} onOpen={onOpen} />
        {row.subflowRunId !== null && <SubflowLink id={row.subflowRunId} name={row.name} />}
      </div>
      <div role="gridcell" className={classes['cell']}>
        <StateBadge type={row.stateType} name={row.stateName} />
      </div>
      <div role="gridcell" className={classes['cell']} data-align="right">
        {lengthWords(row, run.now) ?? <Nothing />}
      </div>
      <div role="gridcell" className={classes['track']} aria-label={barWords(row, run)}>
        <TimelineBar row={row} span={span} run={run} onShow={() => onShowBar(row.id)} />
      </div>
    </div>
  )
})

function NameLink({ row, onOpen }: Pick<TimelineLineProps, 'row' | 'onOpen'>): ReactNode {
  return (
    <a
      href={linkTo.taskRun(row.id)}
      // The keys go over the rows; Enter opens the active one.
      tabIndex={-1}
      className={classes['name']}
      draggable={false}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onOpen(row.id)
      }}
    >
      {row.name}
    </a>
  )
}

function SubflowLink({ id, name }: { id: string; name: string }): ReactNode {
  return (
    <a
      href={linkTo.flowRun(id)}
      tabIndex={-1}
      className={classes['subflow']}
      title="Open the subflow run"
      aria-label={`Subflow run of ${name}`}
    >
      <IconArrowBarToDown size={14} aria-hidden />
      subflow
    </a>
  )
}
