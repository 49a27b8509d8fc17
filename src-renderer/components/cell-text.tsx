import type { ReactNode } from 'react'
import classes from './cell-text.module.css'
import { Nothing } from './nothing.tsx'

/** A text on one line, whole in the tooltip where it is cut. */
export function CellText(props: {
  text: string | null
  /** For what is code: JSON, a path. */
  isCode?: boolean
}): ReactNode {
  const { text, isCode = false } = props
  if (text === null || text === '') return <Nothing />
  return (
    <span className={classes['text']} data-code={isCode || undefined} title={text}>
      {text}
    </span>
  )
}
