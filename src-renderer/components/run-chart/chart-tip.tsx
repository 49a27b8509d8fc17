import type { CSSProperties, ReactNode } from 'react'
import { stateLook } from '../../lib/states.ts'
import type { rangeWords } from './chart-words.ts'
import classes from './run-chart.module.css'

/** What the cursor stands on, beside it. */
export function ChartTip(props: {
  words: ReturnType<typeof rangeWords>
  /** Where what it is about begins and ends, and the room there is, in pixels. */
  start: number
  end: number
  width: number
}): ReactNode {
  const { words, start, end, width } = props
  const isAtRight = width - end < start
  const style: CSSProperties = isAtRight ? { right: width - start + 8 } : { left: end + 8 }
  return (
    <div className={classes['tip']} style={style} aria-hidden>
      <div className={classes['tipTime']}>{words.time}</div>
      <div>{words.runs}</div>
      {words.states.map(([state, number]) => {
        const { Shape, color, word } = stateLook(state)
        return (
          <div key={state} className={classes['tipState']} style={{ color }}>
            <Shape size={13} stroke={2.2} aria-hidden />
            {number} {word}
          </div>
        )
      })}
    </div>
  )
}
