import type {
  DatabaseSource,
  FoundDatabase,
} from '../../../src-shared/contract/schemas/found-database.ts'
import type { SchemaState } from '../../../src-shared/contract/schemas/session-state.ts'

const kinds: Readonly<Record<FoundDatabase['kind'], string>> = {
  sqlite: 'An SQLite file',
  sqlite_memory: 'A database in memory',
  postgresql: 'PostgreSQL',
  cloud: 'Prefect Cloud',
  remote_server: 'A Prefect server',
  unknown: 'Settings that cannot be used',
}

/** What a database is called that is no file. */
export function kindWords(kind: FoundDatabase['kind']): string {
  return kinds[kind]
}

const fileNames: Readonly<Partial<Record<DatabaseSource['kind'], string>>> = {
  dotenv: '.env',
  prefect_toml: 'prefect.toml',
  pyproject_toml: 'pyproject.toml',
}

/**
 * Why a database is listed: the setting that names it, or Prefect's usual place. (What lies in the
 * working directory has a note that says so.)
 */
export function sourceWords({ kind, setting, profile }: DatabaseSource): string {
  if (setting === null && kind === 'home') return 'Prefect’s usual place'
  const name = setting === null ? null : `\`${setting}\``
  if (kind === 'environment') return name ? `${name} in the environment` : 'The environment'
  if (kind === 'profile') {
    if (profile === null) return '`profiles.toml`'
    return name ? `${name} in the profile “${profile}”` : `The profile “${profile}”`
  }
  const place = `\`${fileNames[kind] ?? kind}\``
  return name ? `${name} in ${place}` : place
}

/** The Prefect of a schema, with what that means for opening it. */
export function schemaWords({ prefect, known, hasLabels }: SchemaState): string {
  if (!known) return 'Newer than known, for reading only'
  if (prefect === '2.x') return 'Prefect 2, for reading only'
  return hasLabels ? `Prefect ${prefect}` : `Prefect ${prefect}, for reading only`
}
