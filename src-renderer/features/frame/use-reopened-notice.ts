import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import type { SessionState } from '../../../src-shared/contract/schemas/session-state.ts'

/** Says why the database was opened anew, once each time. */
export function useReopenedNotice(session: SessionState | undefined): void {
  const told = useRef<string | null>(undefined)
  useEffect(() => {
    if (!session) return
    const at = session.reopened?.at ?? null
    const isNews = told.current !== undefined && at !== null && at !== told.current
    told.current = at
    if (isNews) notifications.show({ message: reopenedWords(session) })
  }, [session])
}

function reopenedWords({ reopened, schema, reason }: SessionState): string {
  if (reopened?.why === 'replaced')
    return 'Another file has taken the place of this one. It is shown now.'
  if (reopened?.why === 'returned') return 'The file is back, and open again.'
  const prefect = schema?.prefect ? `, to the schema of Prefect ${schema.prefect}` : ''
  const then = reason === null ? '' : ` ${reason}.`
  return `A Prefect server migrated the database${prefect}.${then}`
}
