import { homedir } from 'node:os'
import packageJson from '../../package.json' with { type: 'json' }
import type { Capabilities } from '../../src-shared/contract/schemas/capabilities.ts'
import type { SpawnProcess } from '../database/forked-process.ts'
import type { DiscoveryPlace } from '../discovery/discovery-place.ts'
import { findDatabases } from '../discovery/find-databases.ts'
import { fileLog, type Log } from '../log/logger.ts'
import { sluiceFolders, type Folders } from '../settings/folders.ts'
import { SettingsStore } from '../settings/settings-store.ts'
import type { BackendOptions } from './backend.ts'

/** The version of this program. */
export const version = packageJson.version

/** What both hosts are put together from. */
export interface Assembly {
  folders: Folders
  log: Log
  /** Where Prefect's databases are looked for. */
  place: DiscoveryPlace
  /** What a backend needs. */
  backend: BackendOptions
}

/**
 * Puts together what a host needs, from the environment this process was started in.
 *
 * @param spawn - how this host starts a database process.
 */
export function assemble(host: Capabilities['host'], spawn: SpawnProcess): Assembly {
  const folders = sluiceFolders(process.env)
  const log = fileLog(folders.logFile)
  const place = {
    environment: process.env,
    workingDirectory: process.cwd(),
    homeFolder: homedir(),
  }
  const backend = {
    capabilities: { host, version, logFile: folders.logFile, settingsFolder: folders.settings },
    spawn,
    copiesFolder: folders.copies,
    demosFolder: folders.demos,
    settings: new SettingsStore(folders.settingsFile),
    log,
    findDatabases: () => findDatabases(place),
  }
  return { folders, log, place, backend }
}
