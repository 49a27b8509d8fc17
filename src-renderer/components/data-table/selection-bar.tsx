import { Button, CloseButton } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './selection-bar.module.css'

/** How many rows are selected, and what can be done with them. */
export function SelectionBar(props: {
  /** How many, in words. */
  words: string
  onCopy: () => void
  onClear: () => void
  children?: ReactNode
}): ReactNode {
  const { words, onCopy, onClear, children } = props
  return (
    <div className={classes['bar']} role="toolbar" aria-label="Selected rows">
      <span className={classes['selected']}>{words}</span>
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<IconCopy size={14} aria-hidden />}
        onClick={onCopy}
      >
        Copy
      </Button>
      {children}
      <CloseButton size="sm" aria-label="Clear the selection" onClick={onClear} />
    </div>
  )
}
