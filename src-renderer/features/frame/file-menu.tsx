import { Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconFile,
  IconFileSearch,
  IconFlask,
  IconFolderOpen,
  IconFolderSearch,
  IconX,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { useDatabaseActions, type DatabaseActions } from '../../api/use-database-actions.ts'
import classes from './frame.module.css'

/** Recent files beyond these are on the welcome screen. */
const mostShown = 6

/** What can be done with files, from the sidebar's file button. */
export function FileMenuItems(): ReactNode {
  const api = useApi()
  const navigate = useNavigate()
  const session = useQuery(api.app.session({})).data
  const { canChooseFile, canReveal } = useQuery(api.app.capabilities({})).data ?? {}
  const actions = useDatabaseActions({
    onError: (error) => notifications.show({ message: error.message }),
  })
  const hasPath = (session?.path ?? null) !== null
  return (
    <>
      <RecentItems present={session?.path ?? null} onOpen={actions.open} />
      {canChooseFile && (
        <Menu.Item
          leftSection={<IconFileSearch size={14} />}
          onClick={() => actions.chooseAndOpen(false)}
        >
          Open a file…
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconFolderOpen size={14} />}
        onClick={() => void navigate({ to: '/welcome' })}
      >
        Open another database
      </Menu.Item>
      <Menu.Item
        leftSection={<IconFlask size={14} />}
        disabled={(session?.demoCall ?? null) !== null}
        onClick={() => actions.openDemo({ readOnly: false, anew: false })}
      >
        Open the demo
      </Menu.Item>
      {hasPath && <Menu.Divider />}
      {hasPath && canReveal && (
        <Menu.Item leftSection={<IconFolderSearch size={14} />} onClick={actions.reveal}>
          Reveal in folder
        </Menu.Item>
      )}
      {hasPath && (
        <Menu.Item leftSection={<IconX size={14} />} onClick={actions.close}>
          Close
        </Menu.Item>
      )}
    </>
  )
}

function RecentItems(props: {
  present: string | null
  onOpen: DatabaseActions['open']
}): ReactNode {
  const { present, onOpen } = props
  const recent = useQuery(useApi().app.recentDatabases({})).data ?? []
  const others = recent.filter(({ path, exists }) => exists && path !== present)
  if (others.length === 0) return null
  return (
    <>
      <Menu.Label>Opened before</Menu.Label>
      {others.slice(0, mostShown).map(({ path }) => (
        <Menu.Item
          key={path}
          title={path}
          leftSection={<IconFile size={14} />}
          onClick={() => onOpen({ path, readOnly: false })}
        >
          <RecentName path={path} />
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  )
}

/** Databases are often named alike, so the folder tells them apart. */
function RecentName({ path }: { path: string }): ReactNode {
  const parts = path.split(/[/\\]/)
  return (
    <span className={classes['recent']}>
      <span>{parts.at(-1)}</span>
      <span className={classes['recentFolder']}>{parts.slice(0, -1).join('/')}</span>
    </span>
  )
}
