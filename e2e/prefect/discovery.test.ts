import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DiscoveryPlace } from '../../src-main/discovery/discovery-place.ts'
import { serverDatabase } from '../../src-main/discovery/find-databases.ts'
import { arrange, arrangements } from '../../src-main/testing/discovery-arrangements.ts'
import type { Arrangement } from '../../src-main/testing/discovery-arrangements.ts'
import { preparePrefect } from '../../tools/prefect/environment.ts'

interface Answers {
  readonly ours: string | null
  readonly theirs: unknown
}

const run = promisify(execFile)
const program = join(import.meta.dirname, 'used-database.py')
const answers = new Map<Arrangement, Answers>()

/** Asks a real Prefect that is started with nothing but the arrangement. */
async function askPrefect(python: string, place: DiscoveryPlace): Promise<unknown> {
  const { stdout } = await run(python, [program], {
    cwd: place.workingDirectory,
    env: { PATH: process.env.PATH, PYTHONUTF8: '1', ...place.environment },
  })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

async function ask(python: string, arrangement: Arrangement): Promise<Answers> {
  const { base, place } = await arrange(arrangement)
  try {
    const used = await serverDatabase(place)
    const ours = used === null ? null : (used.path ?? used.kind)
    return { ours, theirs: await askPrefect(python, place) }
  } finally {
    await rm(base, { recursive: true })
  }
}

describe('the database that a server would use is the one that Prefect uses', () => {
  beforeAll(async () => {
    const { python } = await preparePrefect()
    const waiting = [...arrangements]
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        answers.set(next, await ask(python, next))
      }
    }
    await Promise.all(Array.from({ length: availableParallelism() + 1 }, worker))
    // Half a minute on two idle cores; a busy machine gets its time.
  }, 300_000)

  test.for(arrangements)('$name', (arrangement) => {
    const { ours, theirs } = answers.get(arrangement) ?? {}
    expect(theirs).toMatchObject({ uses: ours })
  })
})
