import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { preparePrefect } from '../../tools/prefect/environment.ts'

/** Before all files: Prefect is installed once, and the build is there. */
export async function setup(): Promise<void> {
  if (!existsSync(join(import.meta.dirname, '../../out/main/server.js'))) {
    throw new Error('out/main/server.js is missing: run npm run build first')
  }
  await preparePrefect((line) => process.stdout.write(`${line}\n`))
}
