import type { CSSProperties, ReactNode } from 'react'
import { stateLook } from '../../lib/states.ts'
import type { TimelineRow } from '../../lib/timeline-rows.ts'
import { barOf, barPlace, type RunSpan, type Span } from '../../lib/timeline-scale.ts'
import classes from './timeline.module.css'

/** A task run's bar; where it lies out of sight, an arrow says on which side. */
export function TimelineBar(props: {
  row: TimelineRow
  span: Span
  run: RunSpan
  /** A click on the arrow. */
  onShow: () => void
}): ReactNode {
  const { row, span, run, onShow } = props
  const bar = barOf(row, run)
  if (!bar) return <span className={classes['notStarted']}>not started</span>
  const place = barPlace(bar, span)
  const style: CSSProperties = { color: stateLook(row.stateType).color }
  if (!place) {
    const side = bar.from > span.to ? 'after' : 'before'
    return (
      <button
        type="button"
        // The key Z does the same for the active row.
        tabIndex={-1}
        className={classes['away']}
        style={style}
        data-side={side}
        title="Bring the bar into sight"
        aria-label={`Bring the bar of ${row.name} into sight`}
        onClick={onShow}
      >
        {side === 'after' ? '›' : '‹'}
      </button>
    )
  }
  return (
    <span
      className={classes['bar']}
      data-waiting={row.start === null || undefined}
      data-open={(row.isOpen && !place.goesBeyond) || undefined}
      data-beyond={place.goesBeyond || undefined}
      data-before={place.comesFromBefore || undefined}
      style={{
        ...style,
        left: `min(${place.left * 100}%, 100% - 3px)`,
        width: `${place.width * 100}%`,
      }}
    />
  )
}
