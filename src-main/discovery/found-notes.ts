import type { DatabaseSource } from '../../src-shared/contract/schemas/found-database.ts'
import type { DatabaseAddress } from './database-address.ts'

const places: Readonly<Record<DatabaseSource['kind'], string>> = {
  environment: 'the environment',
  dotenv: '`.env`',
  prefect_toml: '`prefect.toml`',
  pyproject_toml: '`pyproject.toml`',
  profile: 'the profile',
  home: 'the home folder',
  working_directory: 'the working directory',
}

/** Names where a setting stands, in words for a sentence. */
export function describeSource({ kind, profile }: DatabaseSource): string {
  return kind === 'profile' && profile !== null ? `the profile \`${profile}\`` : places[kind]
}

/** Names a setting and where it stands, in words for the beginning of a sentence. */
export function describeSetting(source: DatabaseSource): string {
  const place = describeSource(source)
  if (source.kind === 'profile') return `The profile \`${source.profile}\``
  return source.setting === null ? place : `\`${source.setting}\` in ${place}`
}

/** What a setting that names no file comes to, in a sentence; null for a file. */
export function noteOnKind(source: DatabaseSource, address: DatabaseAddress): string | null {
  if (address.kind === 'unknown') {
    return `\`${source.setting}\` in ${describeSource(source)} cannot be used.`
  }
  const subject = describeSetting(source)
  if (address.kind === 'postgresql') {
    const which = address.label === null ? 'a PostgreSQL database' : `PostgreSQL, ${address.label}`
    return `${subject} names ${which}. Sluice opens SQLite files only.`
  }
  if (address.kind === 'sqlite_memory') {
    return `${subject} names a database in memory, which ends with its server.`
  }
  return null
}

/** Why a database is not the one a server would use. */
export function noteOnOrder(used: DatabaseSource | null): string {
  if (used === null) return 'With the settings as they are, no server starts here.'
  return `A server started here would use another one, named in ${describeSource(used)}.`
}
