import type { ReactNode } from 'react'
import { count } from '../../lib/numbers.ts'
import { stateLook } from '../../lib/states.ts'
import classes from './run.module.css'

/** The states that there are, with their counts: each a button that asks for it. */
export function StateFilter(props: {
  counts: readonly (readonly [type: string, count: number])[]
  states: readonly string[]
  onStates: (states: string[]) => void
}): ReactNode {
  const { counts, states, onStates } = props
  return (
    <div role="group" aria-label="States" className={classes['stateFilter']}>
      {counts.map(([type, number]) => {
        const { word, color, Shape } = stateLook(type)
        const isAsked = states.includes(type)
        const others = states.filter((state) => state !== type)
        return (
          <button
            key={type}
            type="button"
            className={classes['state']}
            aria-pressed={isAsked}
            onClick={() => onStates(isAsked ? others : [...states, type])}
          >
            <Shape size={14} stroke={2.2} style={{ color }} aria-hidden />
            <span style={{ color }}>{word}</span>
            <span className={classes['number']}>{count(number)}</span>
          </button>
        )
      })}
    </div>
  )
}
