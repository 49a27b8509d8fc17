import type { ReactNode } from 'react'
import { stackOrder } from '../../lib/chart/stack.ts'
import { count } from '../../lib/numbers.ts'
import { stateLook } from '../../lib/states.ts'
import classes from './run-chart.module.css'

/** The states that the chart shows: shape, word and colour, with how many runs each has. */
export function ChartLegend({ counts }: { counts: Readonly<Record<string, number>> }): ReactNode {
  return (
    <ul className={classes['legend']} aria-label="Runs by state">
      {stackOrder(counts).map((state) => {
        const { Shape, color, word } = stateLook(state)
        return (
          <li key={state} style={{ color }}>
            <Shape size={13} stroke={2.2} aria-hidden />
            {word} <span className={classes['legendCount']}>{count(counts[state] ?? 0)}</span>
          </li>
        )
      })}
    </ul>
  )
}
