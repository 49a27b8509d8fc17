import { resolve } from 'node:path'
import type { DiscoveryPlace } from '../discovery/discovery-place.ts'
import { serverDatabase } from '../discovery/find-databases.ts'
import type { ServeOptions } from './command-line.ts'
import type { OpenRequest } from './host-model.ts'

/**
 * The database to begin with: the one that was named, else the one that a Prefect server started
 * here would use, if it is a file that exists.
 *
 * @returns null if there is none, or the demo was asked for: the demo it is.
 */
export async function firstDatabase(
  { database, demo, readOnly }: Pick<ServeOptions, 'database' | 'demo' | 'readOnly'>,
  place: DiscoveryPlace,
): Promise<OpenRequest | null> {
  if (database !== null) return { path: resolve(place.workingDirectory, database), readOnly }
  if (demo) return null
  const found = await serverDatabase(place)
  return found?.path && found.exists ? { path: found.path, readOnly } : null
}
