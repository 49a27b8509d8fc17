import { Button, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { counted as countedWords } from '../../lib/numbers.ts'

/** A button that copies log lines. */
export function CopyLines(props: {
  /** How many are selected, where it is more than one. */
  selected: number
  /** The selected ones, or else all that were read. */
  textToCopy: () => string
}): ReactNode {
  const { selected, textToCopy } = props
  const clipboard = useClipboard()
  const label = selected > 0 ? `Copy ${countedWords(selected, 'line')}` : 'Copy lines'
  return (
    <Tooltip label="The lines that were read so far" disabled={selected > 0}>
      <Button variant="default" onClick={() => clipboard.copy(textToCopy())}>
        {clipboard.copied ? 'Copied' : label}
      </Button>
    </Tooltip>
  )
}
