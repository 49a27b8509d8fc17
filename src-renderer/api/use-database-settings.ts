import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import {
  defaultDatabaseSettings,
  type DatabaseSettings,
  type SavedView,
} from '../../src-shared/contract/schemas/database-settings.ts'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { useApi } from './api-context.tsx'
import { useOptimistic } from './use-optimistic.ts'

function merge(before: DatabaseSettings, change: Partial<DatabaseSettings>): DatabaseSettings {
  return { ...before, ...change, tables: { ...before.tables, ...change.tables } }
}

/**
 * What is kept for the open database, and a way to change it: tables that a change does not name
 * keep their layout. What was chosen shows at once, and no more once another database is open.
 */
export function useDatabaseSettings(): [
  DatabaseSettings,
  (change: Partial<DatabaseSettings>) => void,
] {
  const { app } = useApi()
  const client = useQueryClient()
  const session = app.session({})
  const owner = useQuery(session).data?.path ?? ''
  const send = async (change: Partial<DatabaseSettings>): Promise<DatabaseSettings> => {
    // It may have waited for another, and be meant for what is no longer open.
    const now = client.getQueryData<SessionState>(session.queryKey)?.path ?? ''
    if (now !== owner) throw new AppError('cancelled', 'Another database is open')
    return await app.changeDatabaseSettings().mutationFn(change)
  }
  const [settings, change] = useOptimistic<DatabaseSettings, Partial<DatabaseSettings>>({
    query: app.databaseSettings({}),
    send,
    merge,
    owner,
  })
  return [settings ?? defaultDatabaseSettings, change]
}

/** The views that were saved for the open database, in their order, and a way to change the list. */
export function useSavedViews(): [SavedView[], (views: SavedView[]) => void] {
  const [{ views }, change] = useDatabaseSettings()
  return [views, useCallback((next: SavedView[]) => change({ views: next }), [change])]
}
