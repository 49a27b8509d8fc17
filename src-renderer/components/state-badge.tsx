import type { ReactNode } from 'react'
import { stateLook } from '../lib/states.ts'
import classes from './state-badge.module.css'

/** A state as shape, word and colour; the word is the state's name, or else its type's. */
export function StateBadge(props: { type: string | null; name?: string | null }): ReactNode {
  const { word, color, Shape } = stateLook(props.type)
  return (
    <span className={classes['badge']} style={{ color }}>
      <Shape size={14} stroke={2.2} aria-hidden />
      <span title={props.name ?? word}>{props.name ?? word}</span>
    </span>
  )
}
