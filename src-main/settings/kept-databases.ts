import {
  defaultDatabaseSettings,
  type DatabaseSettings,
} from '../../src-shared/contract/schemas/database-settings.ts'
import type { Settings } from './kept-settings.ts'

/** For how many databases something is kept. */
export const mostDatabases = 200

/** What is kept for one database. */
export function ofDatabase({ databases }: Settings, key: string): DatabaseSettings {
  return databases[key] ?? defaultDatabaseSettings
}

/** A change of what is kept for one database. */
export interface DatabaseChange {
  /** Its path, or the one name of all demos. */
  key: string
  /** Tables that are not named keep their layout; the views take the place of all there were. */
  change: Partial<DatabaseSettings>
}

/** Keeps a change; where there are too many databases, the one that was changed longest ago goes. */
export function withDatabaseChange(settings: Settings, { key, change }: DatabaseChange): Settings {
  const before = ofDatabase(settings, key)
  const others = Object.entries(settings.databases).filter(([other]) => other !== key)
  const changed = {
    tables: { ...before.tables, ...change.tables },
    views: change.views ?? before.views,
  }
  const kept = [...others.slice(1 - mostDatabases), [key, changed] as const]
  return { ...settings, databases: Object.fromEntries(kept) }
}
