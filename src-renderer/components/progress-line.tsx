import { Button, Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './progress-line.module.css'

/** How far long work is, and a way to stop it. */
export function ProgressLine(props: {
  /** What is being done. */
  label: string
  /** From 0 to 1. */
  part: number
  onStop: () => void
}): ReactNode {
  const { label, part, onStop } = props
  const percent = Math.floor(part * 100)
  return (
    <div className={classes['line']}>
      <span>{label}</span>
      <Progress.Root className={classes['bar']} size={6} transitionDuration={100}>
        <Progress.Section value={percent} aria-label={label} />
      </Progress.Root>
      <span className={classes['percent']}>{percent} %</span>
      <Button variant="default" size="compact-xs" onClick={onStop}>
        Stop
      </Button>
    </div>
  )
}
