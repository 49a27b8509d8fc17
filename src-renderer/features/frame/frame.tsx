import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { usePreferences } from '../../api/use-preferences.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import classes from './frame.module.css'
import { Sidebar } from './sidebar.tsx'
import { StatusBar } from './status-bar.tsx'
import { useOpenScreen } from './use-open-screen.ts'
import { useReopenedNotice } from './use-reopened-notice.ts'

/** What stands around every screen: the sidebar at the left, the status bar below. */
export function Frame(): ReactNode {
  const api = useApi()
  const session = useQuery(api.app.session({})).data
  const [{ sidebarFolded }, change] = usePreferences()
  const { pathname } = useLocation()
  useOpenScreen(session)
  useReopenedNotice(session)
  // Until the welcome screen has taken its place, another one has nothing to show.
  const isOut = session?.access === 'closed' && pathname !== '/welcome'
  return (
    <div className={classes['frame']} data-folded={sidebarFolded || undefined}>
      <Sidebar
        session={session}
        folded={sidebarFolded}
        onFold={(folded) => change({ sidebarFolded: folded })}
      />
      <main className={classes['content']} id="content">
        <ConnectionBanner />
        {!isOut && <Outlet />}
      </main>
      <StatusBar session={session} />
    </div>
  )
}
