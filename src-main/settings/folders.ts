import { join } from 'node:path'
import envPaths from 'env-paths'

/** Where Sluice keeps what is its own; nothing of it lies beside the user's database. */
export interface Folders {
  settings: string
  /** The settings themselves. */
  settingsFile: string
  /** The log. */
  logFile: string
  /** Copies of databases that SQLite cannot open where they lie. */
  copies: string
  /** The demo databases. */
  demos: string
}

/**
 * Sluice's folders: `SLUICE_HOME` if it is set, else the platform's folder for settings
 * (`~/.config/sluice`, `~/Library/Preferences/sluice`, `%APPDATA%\sluice\Config`).
 */
export function sluiceFolders(environment: NodeJS.ProcessEnv): Folders {
  const settings = environment['SLUICE_HOME'] || envPaths('sluice', { suffix: '' }).config
  return {
    settings,
    settingsFile: join(settings, 'settings.json'),
    logFile: join(settings, 'sluice.log'),
    copies: join(settings, 'copies'),
    demos: join(settings, 'demo'),
  }
}
