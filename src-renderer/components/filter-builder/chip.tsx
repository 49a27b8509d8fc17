import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './filter-builder.module.css'

const outside = ['mouseup', 'touchend']

/** One condition in words; a click opens it in place, Delete and Backspace remove it. */
export function Chip(props: {
  words: string
  /** What it does that one may not expect. */
  warnings?: readonly string[]
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
  onRemove: () => void
  /** The editor; without it there is nothing to edit. */
  children?: ReactNode
}): ReactNode {
  const { words, warnings = [], isOpen, onOpen, onClose, onRemove, children } = props
  const removeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    onRemove()
  }
  return (
    <Popover
      opened={isOpen && children !== undefined}
      onChange={(opened) => {
        if (!opened) onClose()
      }}
      position="bottom-start"
      width={340}
      trapFocus
      // Not when the button goes down: a chip that vanishes would move what is being clicked.
      clickOutsideEvents={outside}
      withRoles={false}
    >
      <Popover.Target>
        <span className={classes['chip']} data-warns={warnings.length > 0 || undefined}>
          <button
            type="button"
            data-chip
            className={classes['chipWords']}
            title={[words, ...warnings].join('\n')}
            aria-haspopup={children === undefined ? undefined : 'dialog'}
            aria-expanded={children === undefined ? undefined : isOpen}
            onClick={isOpen ? onClose : onOpen}
            onKeyDown={removeByKey}
          >
            {warnings.length > 0 && <IconAlertTriangle size={13} aria-label="Warning" />}
            <span>{words}</span>
          </button>
          <button
            type="button"
            className={classes['chipRemove']}
            aria-label={`Remove: ${words}`}
            onClick={onRemove}
          >
            <IconX size={12} aria-hidden />
          </button>
        </span>
      </Popover.Target>
      <Popover.Dropdown
        data-filter-editor
        role="dialog"
        aria-label={words}
        className={classes['popover']}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
