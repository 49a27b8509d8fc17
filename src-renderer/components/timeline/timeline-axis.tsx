import type { ReactNode, Ref } from 'react'
import type { Tick } from '../../lib/timeline-ticks.ts'
import classes from './timeline.module.css'

/** A label takes no more than this, in pixels. */
const labelRoom = 84

/** The header of a timeline: the columns' names, and above the bars the times. */
export function TimelineAxis(props: {
  ticks: readonly Tick[]
  day: string
  /** Of the part above the bars, in pixels. */
  width: number
  trackRef: Ref<HTMLDivElement>
}): ReactNode {
  const { ticks, day, width, trackRef } = props
  return (
    <div role="rowgroup" className={classes['head']}>
      <div role="row" aria-rowindex={1} className={classes['headRow']}>
        <div role="columnheader" className={classes['headCell']}>
          Task run
        </div>
        <div role="columnheader" className={classes['headCell']}>
          State
        </div>
        <div role="columnheader" className={classes['headCell']} data-align="right">
          Duration
        </div>
        <div
          role="columnheader"
          aria-label={`Time, from ${day}`}
          ref={trackRef}
          className={classes['axis']}
        >
          {ticks.map(({ at, part, label }) => (
            <span key={at} className={classes['tick']} style={{ left: `${part * 100}%` }}>
              {/* A time of which a part is cut off would be read as another one. */}
              {(1 - part) * width > labelRoom && label}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

/** The lines that go down from the times, and the line of the present. */
export function TimelineLines(props: { ticks: readonly Tick[]; now: number | null }): ReactNode {
  const { ticks, now } = props
  return (
    <div className={classes['lines']} aria-hidden>
      <div className={classes['linesTrack']}>
        {ticks.map(({ at, part }) => (
          <span key={at} className={classes['line']} style={{ left: `${part * 100}%` }} />
        ))}
        {now !== null && now >= 0 && now <= 1 && (
          <span className={classes['now']} style={{ left: `${now * 100}%` }} />
        )}
      </div>
    </div>
  )
}
