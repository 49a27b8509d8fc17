import type { RecentDatabase } from '../../src-shared/contract/schemas/recent-database.ts'
import { readFileFacts } from '../discovery/file-facts.ts'
import type { SettingsStore } from '../settings/settings-store.ts'

/** How many databases are remembered. */
export const mostRecent = 12

/** The databases that were opened, in Sluice's settings. */
export class RecentDatabases {
  readonly #settings: SettingsStore

  constructor(settings: SettingsStore) {
    this.#settings = settings
  }

  /** The databases with what their files are now, the one that was opened last first. */
  async list(): Promise<RecentDatabase[]> {
    const { recent } = await this.#settings.read()
    return await Promise.all(
      recent.map(async (entry) => ({ ...entry, ...(await readFileFacts(entry.path)) })),
    )
  }

  /** Puts a database that was just opened first. */
  async remember(path: string): Promise<void> {
    const opened = new Date().toISOString().replace('Z', '000Z')
    await this.#settings.change((settings) => {
      const others = settings.recent.filter((entry) => entry.path !== path)
      return { ...settings, recent: [{ path, opened }, ...others].slice(0, mostRecent) }
    })
  }

  /** Leaves a database out from now on; the file stays. */
  async forget(path: string): Promise<void> {
    await this.#settings.change((settings) => ({
      ...settings,
      recent: settings.recent.filter((entry) => entry.path !== path),
    }))
  }
}
