import { inject } from 'vitest'
import { backendBed, type BackendBed } from './backend-bed.ts'
import { buildDatabase, type DatabaseFile } from './build-database.ts'

/**
 * Runs a test with a database and a backend of its own, which has not opened it yet: for tests that
 * mostly wait, and can do so at the same time.
 */
export async function onDatabase(
  run: (bed: BackendBed, file: DatabaseFile) => Promise<void>,
): Promise<void> {
  const file = buildDatabase()
  const bed = backendBed(inject('workerFile'))
  try {
    file.add.flow({ name: 'first' })
    await run(bed, file)
  } finally {
    await bed.close()
    file.remove()
  }
}
