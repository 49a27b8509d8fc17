import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Consequence } from './consequences.ts'
import classes from './limits.module.css'

/** What follows from an act, with the safe way beside what does harm. */
export function ConsequenceList(props: {
  consequences: readonly Consequence[]
  children?: ReactNode
}): ReactNode {
  const { consequences, children } = props
  if (consequences.length === 0) return null
  return (
    <div className={classes['consequences']}>
      <ul aria-label="What follows">
        {consequences.map(({ text, harm }) => (
          <li key={text} data-harm={harm || undefined}>
            {harm && <IconAlertTriangle size={14} aria-label="Warning" />}
            {text}
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
