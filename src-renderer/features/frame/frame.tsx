import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { usePreferences } from '../../api/use-preferences.ts'
import classes from './frame.module.css'
import { Sidebar } from './sidebar.tsx'
import { StatusBar } from './status-bar.tsx'

/** What stands around every screen: the sidebar at the left, the status bar below. */
export function Frame(): ReactNode {
  const api = useApi()
  const session = useQuery(api.app.session({})).data
  const [{ sidebarFolded }, change] = usePreferences()
  return (
    <div className={classes['frame']} data-folded={sidebarFolded || undefined}>
      <Sidebar
        session={session}
        folded={sidebarFolded}
        onFold={(folded) => change({ sidebarFolded: folded })}
      />
      <main className={classes['content']} id="content">
        <Outlet />
      </main>
      <StatusBar session={session} />
    </div>
  )
}
