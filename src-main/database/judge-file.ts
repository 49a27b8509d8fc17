import { AppError } from '../../src-shared/errors/app-error.ts'
import { DatabaseProcess } from './database-process.ts'
import { checkFile } from './file-check.ts'
import type { SpawnProcess } from './forked-process.ts'
import type { SchemaVerdict } from './schema-verdict.ts'

/** A file that takes longer lies where nobody wants to wait for it, in milliseconds. */
export const longestLook = 5000

/**
 * Opens a file for a moment, for reading only, to say of which schema it is.
 *
 * @throws the reason for which it could not be opened.
 */
export async function judgeFile(spawn: SpawnProcess, path: string): Promise<SchemaVerdict> {
  await checkFile(path)
  const process = new DatabaseProcess(spawn, { path, mode: 'reader' })
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    const error = new AppError('database_busy', 'The file could not be opened in time')
    timer = setTimeout(() => reject(error), longestLook)
  })
  try {
    return await Promise.race([process.opened(), tooLate])
  } finally {
    clearTimeout(timer)
    process.kill()
  }
}
