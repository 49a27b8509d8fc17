import type { ReactNode } from 'react'
import classes from './filter-builder.module.css'

/** The word between two conditions; a click makes "and" of "or" and back, where Prefect knows both. */
export function OperatorButton(props: {
  operator: 'and_' | 'or_'
  onOperator?: (operator: 'and_' | 'or_') => void
}): ReactNode {
  const { operator, onOperator } = props
  const word = operator === 'or_' ? 'or' : 'and'
  if (!onOperator) return <span className={classes['joint']}>{word}</span>
  return (
    <button
      type="button"
      className={classes['jointButton']}
      title={operator === 'or_' ? 'Any of these; click for all' : 'All of these; click for any'}
      aria-label={`Joined by ${word}; change it`}
      onClick={() => onOperator(operator === 'or_' ? 'and_' : 'or_')}
    >
      {word}
    </button>
  )
}
