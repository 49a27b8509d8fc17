import { Tooltip } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './marked-value.module.css'

/** A value that something is wrong with, as it is stored; `why` says what. */
export function MarkedValue(props: {
  /** As stored. */
  text: string
  why?: string
}): ReactNode {
  const { text, why = 'Prefect cannot read this value' } = props
  return (
    <Tooltip
      multiline
      maw={480}
      label={
        <>
          {why}:
          <br />
          <span className={classes['whole']}>{text === '' ? '(empty text)' : text}</span>
        </>
      }
    >
      <span className={classes['marked']}>
        <IconAlertTriangle size={14} role="img" aria-label={why} />
        <span className={classes['text']}>{text === '' ? '(empty text)' : text}</span>
      </span>
    </Tooltip>
  )
}
