import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { openConnection, type Connection } from '../../src-main/database/connection.ts'
import { openByHand } from './by-hand.ts'

/** A file with its two connections: the model's, and one for hand-written SQL. */
export interface BenchFile {
  readonly path: string
  readonly connection: Connection
  readonly byHand: Database
  close(): void
}

/** A file that may be changed. */
export interface ScratchFile extends BenchFile {
  /** A third connection, for what is not timed: a commit empties the others' caches, both alike. */
  readonly setUp: Database
}

/** Opens a file twice, in the same way. */
export function openBenchFile(path: string, mode: 'reader' | 'writer'): BenchFile {
  const connection = openConnection({ path, mode })
  const byHand = openByHand(path, mode)
  return {
    path,
    connection,
    byHand,
    close: () => {
      connection.close()
      byHand.close()
    },
  }
}

/** A copy of the file, in a folder beside it; closing it deletes it. */
export function openScratchCopy(path: string): ScratchFile {
  const folder = mkdtempSync(join(dirname(path), 'scratch-'))
  const copy = join(folder, 'prefect.db')
  copyFileSync(path, copy)
  const file = openBenchFile(copy, 'writer')
  const setUp = openByHand(copy, 'writer')
  return {
    ...file,
    setUp,
    close: () => {
      file.close()
      setUp.close()
      rmSync(folder, { recursive: true })
    },
  }
}
