import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconBraces, IconCopy, IconDatabase, IconLink, IconTerminal2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { FilterScreen } from '../lib/filter-body.ts'
import { filterCommand, filterCurl, filterJson } from '../lib/filter-copy.ts'
import type { View } from '../lib/view-search.ts'
import classes from './copy-view-menu.module.css'

/** One way to take the view along. */
interface Copy {
  title: string
  note?: string | undefined
  Icon: typeof IconCopy
  text: string
}

function copiesOf(props: CopyViewMenuProps): Copy[] {
  const { screen, view, link, sql } = props
  const command = filterCommand(screen, view)
  const isMore = Object.keys(view.labels).length > 0 || view.neverRan === true
  const note = isMore ? 'Without labels and “never ran”: Prefect’s API has none' : undefined
  const { protocol, origin, pathname } = window.location
  // The desktop's own address means nothing elsewhere.
  const page = protocol.startsWith('http') ? `${origin}${pathname}` : ''
  return [
    { title: 'Link', Icon: IconLink, text: `${page}${link}` },
    { title: 'Filter as JSON', note, Icon: IconBraces, text: filterJson(view.filter) },
    { title: 'curl for Prefect’s API', note, Icon: IconTerminal2, text: filterCurl(screen, view) },
    ...(command === null
      ? []
      : [{ title: 'prefect command', note: command, Icon: IconTerminal2, text: command }]),
    ...(sql ? [{ title: 'SQL', note: 'As the table ran it', Icon: IconDatabase, text: sql }] : []),
  ]
}

/** What the menu copies. */
export interface CopyViewMenuProps {
  screen: FilterScreen
  view: View
  /** The view's address within the page. */
  link: string
  /** The statements that the table ran, with their values. */
  sql?: string | undefined
}

/** Copies the view: as a link, as Prefect's JSON, as `curl`, as a command, as SQL. */
export function CopyViewMenu(props: CopyViewMenuProps): ReactNode {
  const clipboard = useClipboard()
  return (
    // Within the page's landmarks, as the button is.
    <Menu position="bottom-end" width={320} withinPortal={false}>
      <Tooltip label="Copy this view">
        <span>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label="Copy this view">
              <IconCopy size={16} />
            </ActionIcon>
          </Menu.Target>
        </span>
      </Tooltip>
      <Menu.Dropdown className={classes['menu']}>
        {copiesOf(props).map(({ title, note, Icon, text }) => (
          <Menu.Item
            key={title}
            leftSection={<Icon size={15} aria-hidden />}
            onClick={() => {
              clipboard.copy(text)
              notifications.show({ message: `Copied: ${title}` })
            }}
          >
            {title}
            {note && <div className={classes['note']}>{note}</div>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
