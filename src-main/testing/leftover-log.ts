import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDatabase, type DatabaseFile } from './build-database.ts'

/** A database that no process has open. */
export interface LeftFile {
  folder: string
  path: string
  remove(): void
}

/** What lies beside the file. */
interface Beside {
  /** What was written last stands there alone; else it is in the file. */
  log?: boolean
  shm?: boolean
}

/** Fills a database and leaves it as a process does that was killed, or else as one that was ended. */
export function leaveUnfinished(
  fill: (file: DatabaseFile) => void,
  { log = true, shm = false }: Beside = {},
): LeftFile {
  const file = buildDatabase()
  fill(file)
  if (!log) file.bytes()
  const suffixes = ['', ...(log ? ['-wal'] : []), ...(shm ? ['-shm'] : [])]
  const folder = mkdtempSync(join(tmpdir(), 'sluice-left-'))
  const path = join(folder, 'prefect.db')
  for (const suffix of suffixes) copyFileSync(file.path + suffix, path + suffix)
  if (!log && existsSync(`${file.path}-wal`)) throw new Error('a log is left all the same')
  file.remove()
  return { folder, path, remove: () => rmSync(folder, { recursive: true }) }
}
