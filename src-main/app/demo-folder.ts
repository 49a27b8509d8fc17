import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { AppError } from '../../src-shared/errors/app-error.ts'
import type { SpawnProcess } from '../database/forked-process.ts'
import { runDemoProcess } from './demo-process.ts'
import type { HostTask } from './host-model.ts'

/** Of every demo there is: with the day it makes the same flows and runs for everyone. */
const seed = 1

/** How long a demo of another day, and what is left of one that was not finished, are kept. */
const keptFor = { demo: 48 * 60 * 60 * 1000, part: 60 * 60 * 1000 }

/** What {@link DemoFolder} needs to know. */
export interface DemoFolderOptions {
  /** A folder of Sluice's own, made when it is needed. */
  folder: string
  /** That of this program: another one may write another demo. */
  version: string
  spawn: SpawnProcess
  /** The present time in milliseconds since 1970. */
  now?: () => number
}

/**
 * The demo databases that were written: a file a day, or more where one was wanted anew. A file is
 * written under another name and takes its own when it is complete, so that one with a demo's name
 * is whole; and none is ever written over, for it may be open.
 */
export class DemoFolder {
  readonly #root: string
  readonly #folder: string
  readonly #spawn: SpawnProcess
  readonly #now: () => number

  constructor({ folder, version, spawn, now = Date.now }: DemoFolderOptions) {
    this.#root = folder
    this.#folder = join(folder, version)
    this.#spawn = spawn
    this.#now = now
  }

  /** True for a file of this folder. */
  holds(path: string): boolean {
    return path.startsWith(this.#root + sep)
  }

  /** The newest demo that was written today; null if there is none. */
  async newest(): Promise<string | null> {
    const number = await this.#lastNumber()
    return number === 0 ? null : this.#path(number)
  }

  /**
   * Writes a demo, its runs ending now.
   *
   * @returns its path.
   * @throws `cancelled` when it was stopped, `database_unavailable` where it cannot be written.
   */
  async write(task: Pick<HostTask, 'signal' | 'report'>): Promise<string> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 }).catch(cannotWrite)
    await this.#sweep()
    const beside = join(this.#folder, `${randomUUID()}.part`)
    try {
      const minute = Math.floor(this.#now() / 60_000) * 60_000
      const request = { path: beside, seed, now: new Date(minute).toISOString() }
      await runDemoProcess(this.#spawn, request, task)
      await toDisk(beside).catch(cannotWrite)
      const path = this.#path((await this.#lastNumber()) + 1)
      await rename(beside, path).catch(cannotWrite)
      return path
    } finally {
      await remove(beside)
    }
  }

  #path(number: number): string {
    return join(this.#folder, `${this.#stem()}${number === 1 ? '' : `-${number}`}.db`)
  }

  #stem(): string {
    const at = new Date(this.#now())
    const two = (part: number): string => String(part).padStart(2, '0')
    return `prefect-demo-${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  }

  async #lastNumber(): Promise<number> {
    const stem = this.#stem()
    const names = (await namesIn(this.#folder)).filter((name) => name.startsWith(stem))
    const matches = names.map((name) => /^(?:-(\d+))?\.db$/.exec(name.slice(stem.length)))
    return Math.max(0, ...matches.map((match) => (match ? Number(match[1] ?? 1) : 0)))
  }

  /** Removes what nobody will open again, of other versions too. */
  async #sweep(): Promise<void> {
    for (const version of await namesIn(this.#root)) {
      for (const name of await namesIn(join(this.#root, version))) {
        const path = join(this.#root, version, name)
        const changed = (await stat(path).catch(() => undefined))?.mtimeMs ?? this.#now()
        const age = this.#now() - changed
        if (name.endsWith('.part') && age > keptFor.part) await remove(path)
        if (name.endsWith('.db') && age > keptFor.demo) await remove(path)
      }
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => [])
}

async function remove(path: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) {
    await rm(path + suffix, { force: true }).catch(() => {})
  }
}

/** SQLite left that to whoever gives the file its name. */
async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}

function cannotWrite({ code }: NodeJS.ErrnoException): never {
  if (code === 'ENOSPC') {
    const sentence = 'The disk is full; the demo was not written'
    throw new AppError('database_unavailable', sentence, { fault: 'disk_full' })
  }
  const sentence = 'The demo cannot be written to the folder of the settings'
  throw new AppError('database_unavailable', sentence, { fault: 'cannot_open' })
}
