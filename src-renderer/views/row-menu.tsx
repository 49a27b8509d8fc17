import {
  IconArrowRight,
  IconFilter,
  IconLayoutSidebarRight,
  IconTerminal2,
} from '@tabler/icons-react'
import type { MenuItem } from '../components/data-table/menu-item.ts'
import { copyText } from '../lib/clipboard.ts'

/** An item that copies a `prefect` command. @param name - the command without its arguments. */
export function commandItem(command: string, name: string): MenuItem {
  return {
    label: `Copy ${name}`,
    icon: <IconTerminal2 size={14} />,
    run: () => void copyText(command),
  }
}

/** An item that leads to a page. */
export function pageItem(label: string, go: () => void): MenuItem {
  return { label, icon: <IconArrowRight size={14} />, run: go }
}

/** An item that leads to a list. */
export function listItem(label: string, go: () => void): MenuItem {
  return { label, icon: <IconFilter size={14} />, run: go }
}

/** An item that shows a row's details beside the table, as a click does. */
export function detailsItem(show: () => void): MenuItem {
  return { label: 'Show the details', icon: <IconLayoutSidebarRight size={14} />, run: show }
}

/** What a row's menu leads to. */
export interface MenuActs {
  /** Goes to a link within the page. */
  goTo: (link: string) => void
  /** Shows the details of the row with the id. */
  show: (id: string) => void
}
