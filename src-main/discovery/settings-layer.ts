import type { DatabaseSource } from '../../src-shared/contract/schemas/found-database.ts'

interface SettingNames {
  /** Variables in the order in which Prefect takes them (the fields' `validation_alias`). */
  readonly variables: readonly string[]
  /** The way to it in `prefect.toml`. */
  readonly tomlPath: readonly string[]
}

function databaseSetting(name: string): SettingNames {
  const ending = name.toUpperCase()
  return {
    variables: [`PREFECT_SERVER_DATABASE_${ending}`, `PREFECT_API_DATABASE_${ending}`],
    tomlPath: ['server', 'database', name],
  }
}

/** The settings that decide on the database, by the names that Prefect's models give them. */
export const settingNames = {
  connectionUrl: databaseSetting('connection_url'),
  driver: databaseSetting('driver'),
  host: databaseSetting('host'),
  port: databaseSetting('port'),
  user: databaseSetting('user'),
  name: databaseSetting('name'),
  password: databaseSetting('password'),
  home: { variables: ['PREFECT_HOME'], tomlPath: ['home'] },
  profilesPath: { variables: ['PREFECT_PROFILES_PATH'], tomlPath: ['profiles_path'] },
  apiUrl: { variables: ['PREFECT_API_URL'], tomlPath: ['api', 'url'] },
  cloudApiUrl: { variables: ['PREFECT_CLOUD_API_URL'], tomlPath: ['cloud', 'api_url'] },
} as const satisfies Record<string, SettingNames>

/** A setting that decides on the database. */
export type SettingKey = keyof typeof settingNames

/** A value, and where it was set. */
export interface NamedValue {
  readonly value: unknown
  readonly source: DatabaseSource
}

/** One source of settings: all values it holds for a setting, the one that counts first. */
export type SettingsLayer = (setting: SettingKey) => readonly NamedValue[]

/** Where a layer comes from. */
export type LayerSource = Omit<DatabaseSource, 'setting'>

/** A layer of variables: the environment, `.env` or a profile. */
export function variablesLayer(
  source: LayerSource,
  variables: ReadonlyMap<string, unknown>,
): SettingsLayer {
  return (setting) =>
    settingNames[setting].variables.flatMap((name) => {
      const value = variables.get(name)
      return value == null ? [] : [{ value, source: { ...source, setting: name } }]
    })
}

/** The variables of the environment or of `.env`, whose names count in any case. */
export function inAnyCase(
  entries: Iterable<readonly [string, string | null | undefined]>,
): ReadonlyMap<string, string | null | undefined> {
  return new Map([...entries].map(([name, value]) => [name.toUpperCase(), value]))
}

/** A layer of TOML; `header` is the way to Prefect's table in the file. */
export function tomlLayer(
  source: LayerSource,
  table: unknown,
  header: readonly string[],
): SettingsLayer {
  return (setting) => {
    const path = [...header, ...settingNames[setting].tomlPath]
    const value = path.reduce(memberOf, table)
    // A table where a value should be is taken for a section that Prefect does not know.
    if (value === undefined || isTable(value)) return []
    return [{ value, source: { ...source, setting: path.join('.') } }]
  }
}

/** True for a table of a TOML file. */
export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  )
}

/** The member of a table; undefined if it has none or is no table. */
export function memberOf(value: unknown, key: string): unknown {
  return isTable(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The value that counts: that of the first layer that has one. */
export function effectiveValue(
  layers: readonly SettingsLayer[],
  setting: SettingKey,
): NamedValue | null {
  for (const layer of layers) {
    const [first] = layer(setting)
    if (first) return first
  }
  return null
}
