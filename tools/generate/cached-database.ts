import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { generateDatabase } from './generate-database.ts'
import { generatorVersion, type GeneratorParameters } from './parameters.ts'

/** The folder of big files that are made once and kept: outside the repository, and free to delete. */
export function cacheFolder(): string {
  const caches = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(caches, 'sluice', 'bench')
}

/** A generated database; made only if it is not there yet. */
export function cachedDatabase(parameters: GeneratorParameters): string {
  const path = join(cacheFolder(), nameOf(parameters))
  if (!existsSync(path)) writeDatabase(path, parameters)
  return path
}

/** Generates a database; the path holds either the whole of it, or what it held before. */
export function writeDatabase(path: string, parameters: GeneratorParameters): void {
  mkdirSync(dirname(path), { recursive: true })
  const unfinished = `${path}.${process.pid}.part`
  try {
    generateDatabase(unfinished, parameters)
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
    renameSync(unfinished, path)
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true })
  }
}

function nameOf({ flows, runs, taskRuns, busiest, seed }: GeneratorParameters): string {
  const size = `${flows}-flows-${runs}-runs-${taskRuns}-task-runs-${busiest}-busiest`
  return `prefect-${size}-${encodeURIComponent(seed)}-v${generatorVersion}.db`
}
