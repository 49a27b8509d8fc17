import { Menu } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** What can be done with files, from the sidebar's file button. */
export function FileMenuItems(): ReactNode {
  const navigate = useNavigate()
  return (
    <Menu.Item
      leftSection={<IconFolderOpen size={14} />}
      onClick={() => void navigate({ to: '/welcome' })}
    >
      Open another database
    </Menu.Item>
  )
}
