import { createHash } from 'node:crypto'
import { chmod, copyFile, mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { CannotOpenHere } from './database-process.ts'
import { checkFile, type FileCheck } from './file-check.ts'
import type { SpawnProcess } from './forked-process.ts'
import { Pool } from './pool.ts'
import type { SchemaVerdict } from './schema-verdict.ts'

/** A file that was opened: its processes, and what was found. */
export interface OpenFile {
  pool: Pool
  check: FileCheck
  verdict: SchemaVerdict
  /** True if the pool reads a copy in Sluice's own folder. */
  copied: boolean
}

/** What {@link openFile} needs to know. */
export interface OpenFileOptions {
  path: string
  spawn: SpawnProcess
  /** Folder for copies of files that SQLite cannot open where they lie. */
  copiesFolder: string
  /** Gives the type of the file system a path lies on, as `statfs` numbers them. */
  fileSystemType?: (path: string) => Promise<number>
}

/**
 * Opens a database: looks at the file, starts the first reader, judges the schema. Nothing is
 * written to the file or beside it by Sluice itself.
 *
 * @throws `database_unavailable`, `database_busy` or `schema_unsupported`, with the reason.
 */
export async function openFile(options: OpenFileOptions): Promise<OpenFile> {
  const check = await checkFile(options.path, options.fileSystemType)
  try {
    return { ...(await openPool(options.spawn, options.path)), check, copied: false }
  } catch (error) {
    if (!(error instanceof CannotOpenHere) || check.readOnlyReason === null) throw error
    // A file in WAL mode needs a `-shm` file beside it, for reading too.
    const copy = await copyDatabase(options).catch(() => {
      const sentence = 'SQLite cannot open the file where it lies, and it could not be copied'
      throw new AppError('database_unavailable', sentence, { fault: 'cannot_open' })
    })
    return { ...(await openPool(options.spawn, copy)), check, copied: true }
  }
}

async function openPool(
  spawn: SpawnProcess,
  path: string,
): Promise<{ pool: Pool; verdict: SchemaVerdict }> {
  const pool = new Pool(spawn, path)
  try {
    return { pool, verdict: await pool.open() }
  } catch (error) {
    pool.close()
    throw error
  }
}

async function copyDatabase({ path, copiesFolder }: OpenFileOptions): Promise<string> {
  const folder = join(copiesFolder, createHash('sha256').update(path).digest('hex').slice(0, 16))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const copy = join(folder, basename(path))
  for (const suffix of ['', '-wal', '-shm']) await rm(copy + suffix, { force: true })
  await copyFile(path, copy)
  await chmod(copy, 0o600)
  // What was committed last may stand in the log alone.
  await copyFile(`${path}-wal`, `${copy}-wal`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  return copy
}
