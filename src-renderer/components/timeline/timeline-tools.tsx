import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowsHorizontal, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Look } from './use-look.ts'
import classes from './timeline.module.css'

/** What of the time is seen, and buttons to change it. */
export function TimelineTools(props: { words: string; isWhole: boolean; look: Look }): ReactNode {
  const { words, isWhole, look } = props
  const tools = [
    { label: 'Zoom in', keys: '+', Shape: IconZoomIn, run: () => look.zoom(1), off: false },
    { label: 'Zoom out', keys: '-', Shape: IconZoomOut, run: () => look.zoom(-1), off: isWhole },
    { label: 'Fit', keys: '0', Shape: IconArrowsHorizontal, run: look.fit, off: isWhole },
  ]
  return (
    <div className={classes['tools']}>
      <span className={classes['seen']}>{words}</span>
      {tools.map(({ label, keys, Shape, run, off }) => (
        <Tooltip key={label} label={`${label} (${keys})`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={label}
            // A disabled one would lose the focus.
            aria-disabled={off || undefined}
            style={off ? { opacity: 0.4 } : undefined}
            onClick={() => !off && run()}
          >
            <Shape size={16} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  )
}
