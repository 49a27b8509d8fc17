import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { copyText } from '../lib/clipboard.ts'

/** One thing that a page can be taken along as. */
export interface PageCopy {
  title: string
  text: string
}

/** The link of the page that is shown, as one pastes it elsewhere. */
export function pageLink(): string {
  const { protocol, origin, pathname, hash } = window.location
  // The desktop's own address means nothing elsewhere.
  return protocol.startsWith('http') ? `${origin}${pathname}${hash}` : hash
}

/** Copies what a page is about: its id, its link, commands of Prefect's. */
export function CopyPageMenu(props: {
  /** What it is, within a sentence: "this flow run". */
  what: string
  copies: () => readonly PageCopy[]
}): ReactNode {
  const { what, copies } = props
  const copy = async ({ title, text }: PageCopy): Promise<void> => {
    if (await copyText(text)) notifications.show({ message: `Copied: ${title}` })
  }
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Tooltip label="Copy">
          <ActionIcon variant="subtle" color="gray" aria-label={`Copy ${what}`}>
            <IconCopy size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {copies().map((one) => (
          <Menu.Item key={one.title} onClick={() => void copy(one)}>
            {one.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
