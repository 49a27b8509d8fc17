import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './page-tabs.module.css'

/** A part of a page, behind a tab. */
export interface PageTab {
  /** Stands in the address as `part`. */
  id: string
  title: string
  /** How many things are behind it. */
  count?: string | undefined
}

/** The part that an address names: the first one if it names none, or one that there is not. */
export function partOf(tabs: readonly PageTab[], part: string | undefined): string {
  return (tabs.find(({ id }) => id === part) ?? tabs[0])?.id ?? ''
}

/**
 * The parts of a page, one shown at a time. Arrow keys move between the tabs, Enter or Space shows
 * the part.
 */
export function PageTabs(props: {
  /** What has the parts, for those who hear it. */
  label: string
  tabs: readonly PageTab[]
  /** The part that is shown. */
  part: string
  onPart: (part: string) => void
  /** That part. */
  children: ReactNode
}): ReactNode {
  const { label, tabs, part, onPart, children } = props
  return (
    <Tabs
      value={part}
      onChange={(next) => next !== null && onPart(next)}
      keepMounted={false}
      activateTabWithKeyboard={false}
      classNames={{
        root: classes['tabs'] ?? '',
        list: classes['list'] ?? '',
        tab: classes['tab'] ?? '',
        panel: classes['panel'] ?? '',
      }}
    >
      <Tabs.List aria-label={label}>
        {tabs.map(({ id, title, count }) => (
          <Tabs.Tab key={id} value={id}>
            {title}
            {count !== undefined && <span className={classes['count']}>{count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={part}>{children}</Tabs.Panel>
    </Tabs>
  )
}
