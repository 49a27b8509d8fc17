import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import classes from './table-and-panel.module.css'

/** A table, and at its right the details of one of its rows; Esc closes them. */
export function TableAndPanel(props: {
  /** Undefined while nothing is open. */
  panel: ReactNode
  onClose: () => void
  /** The table. */
  children: ReactNode
}): ReactNode {
  const { panel, onClose, children } = props
  const screen = useRef<HTMLDivElement>(null)
  return (
    <div
      ref={screen}
      className={classes['screen']}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
        // A menu is a child of this only in React: its Esc is its own.
        const isHere = event.currentTarget.contains(event.target as Node)
        if (event.key !== 'Escape' || !panel || !isHere || event.defaultPrevented) return
        onClose()
        screen.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
      }}
    >
      <div className={classes['table']}>{children}</div>
      {panel}
    </div>
  )
}
