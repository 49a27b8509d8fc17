import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { fitting } from '../lib/fitting.ts'
import { count } from '../lib/numbers.ts'
import { inStateOrder, stateLook } from '../lib/states.ts'
import { Nothing } from './nothing.tsx'
import classes from './runs-by-state.module.css'

/** What a shape and the space around it take, in pixels. */
const aroundNumber = 24

/** Counts of runs by state: for each the shape, in its colour, and the number. */
export function RunsByState(props: {
  /** By state type. */
  runs: Readonly<Record<string, number>>
  /** In pixels: that of a table's cell. */
  room?: number
}): ReactNode {
  const { runs, room = Infinity } = props
  const counts = inStateOrder(runs)
  if (counts.length === 0) return <Nothing />
  const numbers = counts.map(([, number]) => count(number))
  const shown = fitting(numbers, { room, most: Infinity, around: aroundNumber })
  return (
    <Tooltip
      label={counts.map(([type, number]) => (
        <div key={type}>
          {count(number)} {stateLook(type).word}
        </div>
      ))}
    >
      <span className={classes['counts']}>
        {counts.slice(0, shown).map(([type, number]) => {
          const { Shape, color, word } = stateLook(type)
          return (
            <span key={type} className={classes['count']} style={{ color }}>
              <Shape size={13} stroke={2.2} role="img" aria-label={word} />
              {count(number)}
            </span>
          )
        })}
        {shown < counts.length && <span className={classes['more']}>+{counts.length - shown}</span>}
      </span>
    </Tooltip>
  )
}
