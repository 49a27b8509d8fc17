import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

/**
 * A digest of a database file and of its log as they lie there. Unlike `DatabaseFile.bytes` it
 * opens nothing, so that what another process left is left. An empty log is as good as none.
 */
export function fileDigest(path: string): string {
  const digest = createHash('sha256')
  for (const part of [path, `${path}-wal`, `${path}-journal`]) {
    digest.update(existsSync(part) ? readFileSync(part) : '').update('|')
  }
  return digest.digest('hex')
}
