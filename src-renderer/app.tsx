import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Api } from './api/api.ts'
import { FlowsScreen } from './features/flows/flows-screen.tsx'

/** The whole page. */
export function App({ api }: { api: Api }): ReactNode {
  const session = useQuery(api.app.session({})).data
  return (
    <>
      <header>
        <h1>Flows</h1>
        <p>{session?.path ?? 'No database is open'}</p>
        {session?.reason ? <p>{session.reason}</p> : null}
      </header>
      <main>
        <FlowsScreen api={api} />
      </main>
    </>
  )
}
