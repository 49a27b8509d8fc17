import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './notice.module.css'

/** Why there is nothing, in one sentence, and what to do about it. */
export function EmptyNotice(props: {
  text: string
  action?: { label: string; run: () => void } | undefined
}): ReactNode {
  const { text, action } = props
  return (
    <div className={classes['notice']}>
      <p>{text}</p>
      {action && (
        <Button variant="default" onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  )
}
