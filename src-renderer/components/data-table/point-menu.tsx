import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './data-table.module.css'
import type { MenuItem } from './menu-item.ts'

/** A place in the window, in pixels. */
export interface Point {
  x: number
  y: number
}

/** A menu at a point of the window: a context menu, however it was asked for. */
export function PointMenu(props: {
  /** What it is about, for those who hear it. */
  label: string
  at: Point
  items: readonly MenuItem[]
  onClose: () => void
}): ReactNode {
  const { label, at, items, onClose } = props
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={0}
      returnFocus={false}
      // Beside the table, not at the page's end: it belongs to the part of the page that the table is in.
      withinPortal={false}
      floatingStrategy="fixed"
      // The key that asks for the menu is no click beside it.
      clickOutsideEvents={['mousedown', 'touchstart']}
      // Each point is a menu of its own: a second one opens where it was asked for.
      key={`${at.x} ${at.y}`}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={label}
          className={classes['point']}
          style={{ left: at.x, top: at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown
        onKeyDown={(event) => {
          // Esc closes the menu, not what is open beside the table.
          if (event.key === 'Escape') event.stopPropagation()
        }}
      >
        {items.map((item, index) => {
          // The items of a menu stay as they are while it is open.
          if (item === 'divider') return <Menu.Divider key={`divider ${index}`} />
          const { icon, isHarmful, isDisabled, run } = item
          return (
            <Menu.Item
              key={item.label}
              leftSection={icon}
              c={isHarmful ? 'var(--sl-danger)' : undefined}
              disabled={isDisabled}
              onClick={run}
            >
              {item.label}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
