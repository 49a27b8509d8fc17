import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FlowStatistics } from '../../../src-shared/contract/schemas/flow-statistics.ts'
import { Nothing } from '../../components/nothing.tsx'
import { count } from '../../lib/numbers.ts'
import { stateLook, stateTypes } from '../../lib/states.ts'
import classes from './flows.module.css'

/** Counts in the order of the states; types that Prefect does not know come last. */
function ordered(runs: FlowStatistics['runs']): [string, number][] {
  const place = (type: string): number => (stateTypes.indexOf(type) + 100) % 100
  return Object.entries(runs).toSorted(([a], [b]) => place(a) - place(b))
}

/** A flow's runs by state: for each its shape, in its colour, and the count. */
export function RunsByState({ runs }: { runs: FlowStatistics['runs'] }): ReactNode {
  const counts = ordered(runs)
  if (counts.length === 0) return <Nothing />
  return (
    <Tooltip
      label={counts.map(([type, number]) => (
        <div key={type}>
          {count(number)} {stateLook(type).word}
        </div>
      ))}
    >
      <span className={classes['counts']}>
        {counts.map(([type, number]) => {
          const { Shape, color, word } = stateLook(type)
          return (
            <span key={type} className={classes['count']} style={{ color }}>
              <Shape size={13} stroke={2.2} aria-label={word} />
              {count(number)}
            </span>
          )
        })}
      </span>
    </Tooltip>
  )
}
