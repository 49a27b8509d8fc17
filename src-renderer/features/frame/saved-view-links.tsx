import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconArrowsSplit2,
  IconDots,
  IconPencil,
  IconRocket,
  IconSchema,
  IconTrash,
} from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { SavedView } from '../../../src-shared/contract/schemas/database-settings.ts'
import { useSavedViews } from '../../api/use-database-settings.ts'
import { NameDialog } from '../../components/name-dialog.tsx'
import { moved, renamed } from '../../lib/saved-views.ts'
import classes from './frame.module.css'

const icons = { flows: IconSchema, runs: IconArrowsSplit2, deployments: IconRocket }

/** The views that were saved for this database, as links. */
export function SavedViewLinks(): ReactNode {
  const [views, setViews] = useSavedViews()
  const [renaming, setRenaming] = useState<SavedView | null>(null)
  if (views.length === 0) return null
  return (
    <section className={classes['views']} aria-label="Saved views">
      <h2>Saved views</h2>
      {views.map((view, index) => (
        <div key={view.id} className={classes['view']}>
          <ViewLink view={view} />
          <Menu position="bottom-end" width={160}>
            <Menu.Target>
              <ActionIcon
                className={classes['viewActs']}
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={`Change the view ${view.name}`}
              >
                <IconDots size={14} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setRenaming(view)}>
                Rename…
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowUp size={14} />}
                disabled={index === 0}
                onClick={() => setViews(moved(views, index, -1))}
              >
                Move up
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowDown size={14} />}
                disabled={index === views.length - 1}
                onClick={() => setViews(moved(views, index, 1))}
              >
                Move down
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={14} />}
                onClick={() => setViews(views.filter(({ id }) => id !== view.id))}
              >
                Delete
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      ))}
      {renaming && (
        <NameDialog
          title="Rename the view"
          name={renaming.name}
          act="Rename"
          taken={views.filter(({ id }) => id !== renaming.id).map(({ name }) => name)}
          onName={(name) => setViews(renamed(views, renaming.id, name))}
          onClose={() => setRenaming(null)}
        />
      )}
    </section>
  )
}

function ViewLink({ view }: { view: SavedView }): ReactNode {
  const { pathname, searchStr } = useLocation()
  const isShown = pathname === `/${view.screen}` && searchStr === view.search
  const Icon = icons[view.screen]
  return (
    <a
      href={`#/${view.screen}${view.search}`}
      className={classes['link']}
      data-status={isShown ? 'active' : undefined}
      aria-current={isShown ? 'page' : undefined}
      title={view.name}
    >
      <Icon size={16} stroke={1.8} aria-hidden />
      <span className={classes['word']}>{view.name}</span>
    </a>
  )
}
