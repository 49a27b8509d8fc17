import { environmentVariable } from './discovery-place.ts'
import type { DiscoveryPlace } from './discovery-place.ts'
import { isTable } from './settings-layer.ts'

/** A profile: a named set of settings, by the names of their variables. */
export interface Profile {
  readonly name: string
  /** `profiles.toml`; null for a profile that Prefect brings with it. */
  readonly file: string | null
  readonly settings: ReadonlyMap<string, unknown>
}

/** Prefect's own `settings/profiles.toml`, as far as it bears on the database. */
const builtInProfiles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ephemeral: { PREFECT_SERVER_EPHEMERAL_ENABLED: 'true' },
  local: { PREFECT_API_URL: 'http://127.0.0.1:4200/api' },
  test: { PREFECT_SERVER_DATABASE_CONNECTION_URL: 'sqlite+aiosqlite:///:memory:' },
  cloud: {},
}

/** What a place's profiles come to. */
export interface ChosenProfile {
  /** Null if none of its settings count. */
  readonly active: Profile | null
  readonly others: readonly Profile[]
  /** What is remarkable about the choice, in sentences. */
  readonly remarks: readonly string[]
}

/**
 * True if Prefect takes itself to be under test, when it heeds no profile: one of four variables
 * of the environment is set to anything, even `false`.
 */
export function isTestMode(place: DiscoveryPlace): boolean {
  const modes = ['TEST_MODE', 'UNIT_TEST_MODE', 'TESTING_UNIT_TEST_MODE', 'TESTING_TEST_MODE']
  return modes.some((mode) => environmentVariable(place, `PREFECT_${mode}`))
}

/**
 * Chooses the profile as Prefect's `ProfileSettingsTomlLoader` does.
 *
 * @param file where `profiles.toml` was looked for; null for the one that Prefect brings.
 * @param table its content; null if there is no such file.
 */
export function chooseProfile(
  place: DiscoveryPlace,
  file: string | null,
  table: unknown,
): ChosenProfile {
  if (isTestMode(place)) {
    return {
      active: null,
      others: [],
      remarks: ['Prefect is in its test mode: no profile counts.'],
    }
  }
  const wanted = environmentVariable(place, 'PREFECT_PROFILE')
  if (file === null) return chooseBuiltIn(wanted)
  if (!isTable(table)) return { active: builtIn('ephemeral'), others: [], remarks: ignored(wanted) }
  const profiles = profilesOf(file, table)
  const name = wanted || table.active
  const active = profiles.find((profile) => profile.name === name)
  const remarks = active || typeof name !== 'string' ? [] : [missing(name)]
  const others = profiles.filter((profile) => profile !== active)
  return { active: active ?? builtIn('ephemeral'), others, remarks }
}

/** True if the table has the form of a `profiles.toml`; Prefect does not start with another. */
export function isProfilesTable(table: unknown): boolean {
  if (!isTable(table)) return false
  const profiles = table.profiles ?? {}
  return isTable(profiles) && Object.values(profiles).every(isTable)
}

function profilesOf(file: string, table: Readonly<Record<string, unknown>>): Profile[] {
  const profiles = isTable(table.profiles) ? table.profiles : {}
  return Object.entries(profiles).flatMap(([name, settings]) =>
    isTable(settings) ? [{ name, file, settings: new Map(Object.entries(settings)) }] : [],
  )
}

function chooseBuiltIn(wanted: string | undefined): ChosenProfile {
  const known = !wanted || Object.hasOwn(builtInProfiles, wanted)
  const active = builtIn(known && wanted ? wanted : 'ephemeral')
  return { active, others: [], remarks: known ? [] : [missing(wanted)] }
}

function builtIn(name: string): Profile {
  return { name, file: null, settings: new Map(Object.entries(builtInProfiles[name] ?? {})) }
}

function missing(name: string): string {
  return `There is no profile \`${name}\`: Prefect uses its default profile.`
}

function ignored(wanted: string | undefined): string[] {
  if (!wanted) return []
  return [`There is no profiles file, so Prefect does not heed the profile \`${wanted}\`.`]
}
