import { ActionIcon, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBookmarkPlus } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { ViewScreen } from '../../src-shared/contract/schemas/database-settings.ts'
import { useSavedViews } from '../api/use-database-settings.ts'
import { NameDialog } from '../components/name-dialog.tsx'
import { withView } from '../lib/saved-views.ts'

/** Keeps what the screen shows (filter, sort, columns, open panel) under a name, for this database. */
export function SaveViewButton({ screen }: { screen: ViewScreen }): ReactNode {
  const [views, setViews] = useSavedViews()
  const { searchStr } = useLocation()
  const [asks, setAsks] = useState(false)
  const shown = views.find((view) => view.screen === screen && view.search === searchStr)
  return (
    <>
      <Tooltip label={shown ? `Saved as ${shown.name}` : 'Save this view'}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Save this view"
          onClick={() => setAsks(true)}
        >
          <IconBookmarkPlus size={16} />
        </ActionIcon>
      </Tooltip>
      {asks && (
        <NameDialog
          title="Save this view"
          name={shown?.name ?? ''}
          act="Save"
          taken={views.map(({ name }) => name)}
          replaces="It takes the place of the view of this name."
          onName={(name) => {
            setViews(withView(views, { id: crypto.randomUUID(), name, screen, search: searchStr }))
            notifications.show({ message: `Saved the view ${name}` })
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  )
}
