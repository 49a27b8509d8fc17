import type { Stats } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'

/** What the file system says of a database file. */
export interface FileFacts {
  readonly exists: boolean
  /** In bytes, without the WAL. */
  readonly size: number | null
  /** When the file or its WAL last changed: ISO 8601 UTC, six fraction digits. */
  readonly modified: string | null
}

/** Looks at a file without opening it. What cannot be seen is taken not to exist. */
export async function readFileFacts(path: string): Promise<FileFacts> {
  const file = await statOrNull(path)
  if (!file?.isFile()) return { exists: false, size: null, modified: null }
  // A server writes to the WAL; the file itself only changes when that is folded in.
  const wal = await statOrNull(`${path}-wal`)
  const changed = new Date(Math.max(file.mtimeMs, wal?.mtimeMs ?? 0))
  return { exists: true, size: file.size, modified: changed.toISOString().replace('Z', '000Z') }
}

/** One name for a file that may have several: its real path, or the path where there is no file. */
export async function fileIdentity(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return path
  }
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch {
    return null
  }
}
