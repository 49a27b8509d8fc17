import type { contract } from '../../src-shared/contract/contract.ts'
import { defaultDatabaseSettings } from '../../src-shared/contract/schemas/database-settings.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { ofDatabase, withDatabaseChange } from '../settings/kept-databases.ts'
import type { DesktopFeatures, HostContext, HostModelOf } from './host-model.ts'
import { absoluteUserPath } from './user-path.ts'

/** The operations of area `app`. */
export const appModel: HostModelOf<typeof contract.app> = {
  session: (host) => host.sessionState(),
  capabilities: (host) => Promise.resolve(host.capabilities),
  findDatabases: (host) => host.findDatabases(),
  recentDatabases: (host) => host.recent.list(),
  forgetDatabase: async (host, { path }) => {
    await host.recent.forget(path)
    return await host.recent.list()
  },
  openDatabase: (host, { path, readOnly }) =>
    host.openDatabase({ path: absoluteUserPath(path), readOnly }),
  closeDatabase: async (host) => {
    host.closeDatabase()
    return await host.sessionState()
  },
  openDemo: (host, wish, task) => host.openDemo(wish, task),
  chooseFile: async (host) => {
    const { path } = await host.sessionState()
    return await desktopOf(host).chooseFile(path)
  },
  revealFile: async (host) => {
    const { path } = await host.sessionState()
    if (path === null) throw new AppError('not_found', 'No database is open')
    desktopOf(host).revealFile(path)
    return null
  },
  preferences: async ({ settings }) => (await settings.read()).preferences,
  changePreferences: async ({ settings }, change) => {
    const { preferences } = await settings.change((before) => ({
      ...before,
      preferences: {
        ...before.preferences,
        ...change,
        panels: { ...before.preferences.panels, ...change.panels },
      },
    }))
    return preferences
  },
  databaseSettings: async ({ settings, settingsKey }) => {
    const key = settingsKey()
    return key === null ? defaultDatabaseSettings : ofDatabase(await settings.read(), key)
  },
  changeDatabaseSettings: async ({ settings, settingsKey }, change) => {
    // Asked for before anything is waited for: another database may be opened meanwhile.
    const key = settingsKey()
    if (key === null) throw new AppError('not_found', 'No database is open')
    const changed = await settings.change((before) => withDatabaseChange(before, { key, change }))
    return ofDatabase(changed, key)
  },
}

/** @throws `unsupported_here` in the browser host. */
function desktopOf({ desktop }: HostContext): DesktopFeatures {
  if (desktop) return desktop
  throw new AppError('unsupported_here', 'A browser cannot reach the files of this machine')
}
