import type { DatabaseSource } from '../../src-shared/contract/schemas/found-database.ts'
import { parseDatabaseUrl, unknownAddress } from './database-address.ts'
import type { DatabaseAddress } from './database-address.ts'
import { expandHomeFolder } from './discovery-place.ts'
import type { DiscoveryPlace } from './discovery-place.ts'
import { effectiveValue } from './settings-layer.ts'
import type { NamedValue, SettingKey, SettingsLayer } from './settings-layer.ts'

/** A database that a setting names. */
export interface DatabaseCandidate {
  readonly source: DatabaseSource
  readonly address: DatabaseAddress
}

const passwordMissing = 'It asks for a password, and `PREFECT_SERVER_DATABASE_PASSWORD` is not set.'
const passwordMark = /\$\{PREFECT_(?:SERVER|API)_DATABASE_PASSWORD\}/g

/**
 * All databases that the settings name, in the order in which they count for Prefect: a URL of any
 * layer, then a driver with its parts, then a home. The first is the one a server would use; after
 * them comes {@link defaultCandidate}. (Prefect's `default_database_connection_url`.)
 */
export function databaseCandidates(
  place: DiscoveryPlace,
  layers: readonly SettingsLayer[],
): DatabaseCandidate[] {
  const all = (setting: SettingKey): NamedValue[] => layers.flatMap((layer) => layer(setting))
  const urls = all('connectionUrl').map(({ value, source }) => {
    const address =
      typeof value === 'string'
        ? urlAddress(place, layers, value)
        : unknownAddress('It is not text.')
    return { source, address }
  })
  const homes = all('home').map(({ value, source }) => {
    const address =
      typeof value === 'string' ? homeAddress(place, value) : unknownAddress('It is not text.')
    return { source, address }
  })
  return [...urls, ...driverCandidates(place, layers), ...homes]
}

/** The database that counts where no setting names one: `~/.prefect/prefect.db`. */
export function defaultCandidate(place: DiscoveryPlace): DatabaseCandidate {
  const source = { kind: 'home', setting: null, file: null, profile: null } as const
  return { source, address: homeAddress(place, '~/.prefect') }
}

function homeAddress(place: DiscoveryPlace, home: string): DatabaseAddress {
  const folder = expandHomeFolder(place, home)
  if (folder === null) return unknownAddress('Sluice cannot tell where the home of that user is.')
  // Prefect makes a URL of it, so that `%20` in it is taken for a space and `?` for its end.
  return parseDatabaseUrl(place, `sqlite+aiosqlite:///${folder}/prefect.db`)
}

function urlAddress(
  place: DiscoveryPlace,
  layers: readonly SettingsLayer[],
  url: string,
): DatabaseAddress {
  const password = effectiveValue(layers, 'password')?.value
  const text = typeof password === 'string' ? password : ''
  const address = parseDatabaseUrl(
    place,
    url.replace(passwordMark, () => text),
  )
  if (password !== undefined || !/PREFECT_(SERVER|API)_DATABASE_PASSWORD/.test(url)) return address
  if (address.kind === 'sqlite') return unknownAddress(passwordMissing)
  return { ...address, fault: passwordMissing }
}

/** At most one: what the driver and its parts come to, wherever each of them is set. */
function driverCandidates(
  place: DiscoveryPlace,
  layers: readonly SettingsLayer[],
): DatabaseCandidate[] {
  const driver = effectiveValue(layers, 'driver')
  if (driver === null) return []
  const part = (key: SettingKey): unknown => effectiveValue(layers, key)?.value
  const name = part('name')
  if (driver.value === 'sqlite+aiosqlite') {
    if (typeof name !== 'string' || name === '') return []
    return [
      { source: driver.source, address: parseDatabaseUrl(place, `${driver.value}:///${name}`) },
    ]
  }
  // Another driver is among the setting problems.
  if (driver.value !== 'postgresql+asyncpg') return []
  const missing = (['host', 'user', 'name'] as const).filter((key) => part(key) === undefined)
  if (missing.length > 0 && effectiveValue(layers, 'connectionUrl') !== null) return []
  const fault =
    missing.length > 0 ? `A server does not start: no ${missing.join(', no ')} is set.` : null
  const label = missing.length > 0 ? null : `\`${String(name)}\` on ${String(part('host'))}`
  const address: DatabaseAddress = { kind: 'postgresql', path: null, label, fault }
  return [{ source: driver.source, address }]
}
