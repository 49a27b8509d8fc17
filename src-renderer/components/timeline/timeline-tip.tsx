import type { ReactNode } from 'react'
import type { TimelineRow } from '../../lib/timeline-rows.ts'
import { StateBadge } from '../state-badge.tsx'
import { rowFacts } from './timeline-words.ts'
import classes from './timeline.module.css'

/** Where the pointer is, in pixels of the window, and on which row. */
export interface Pointed {
  id: string
  x: number
  y: number
}

/** In pixels: wider or higher it does not grow. */
const width = 280
const height = 150

/** A row's times, beside the pointer; the same is in the row's cells, for those who hear it. */
export function TimelineTip(props: { row: TimelineRow; at: Pointed; now: number }): ReactNode {
  const { row, at, now } = props
  const left = at.x + 14 + width > window.innerWidth ? at.x - width - 6 : at.x + 14
  const top = at.y + 18 + height > window.innerHeight ? at.y - height - 6 : at.y + 18
  return (
    <div className={classes['tip']} style={{ left, top, maxWidth: width }} aria-hidden>
      <strong>{row.name}</strong>
      <StateBadge type={row.stateType} name={row.stateName} />
      <dl>
        {rowFacts(row, now).map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
