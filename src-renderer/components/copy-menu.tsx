import { Button, Menu } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { copyText } from '../lib/clipboard.ts'

/** Something that a page offers to copy. */
export interface CopyItem {
  /** What it is: "Id", "Link". */
  title: string
  text: string
}

/** What of a page can be taken along: its id, its link, a command. */
export function CopyMenu({ items }: { items: readonly CopyItem[] }): ReactNode {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconCopy size={14} />}>
          Copy
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ title, text }) => (
          <Menu.Item key={title} onClick={() => void copyText(text)}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
