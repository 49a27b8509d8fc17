import type { contract } from '../../src-shared/contract/contract.ts'
import type { HostModelOf } from './host-model.ts'

/** The operations of area `app`. */
export const appModel: HostModelOf<typeof contract.app> = {
  session: (host) => host.sessionState(),
  capabilities: (host) => Promise.resolve(host.capabilities),
  findDatabases: (host) => host.findDatabases(),
  preferences: (host) => host.preferences(),
  changePreferences: (host, change) => host.changePreferences(change),
  openDatabase: (host, { path, readOnly }) => host.openDatabase(path, readOnly),
}
