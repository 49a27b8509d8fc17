import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect } from 'vitest'
import { preparePrefect } from '../../tools/prefect/environment.ts'
import { startPrefectServer } from '../../tools/prefect/server.ts'
import { startSluice } from '../fixtures/sluice-server.ts'
import { ask } from './compare.ts'
import type { Outcome, Sides } from './compare.ts'
import { writeHistory } from './history.ts'
import { Questioner } from './questions.ts'
import type { Question } from './questions.ts'
import { randomFrom } from './random.ts'
import type { Subject } from './subjects.ts'

/** Another seed asks other questions. */
const seed = Number(process.env['SLUICE_TEST_SEED'] ?? 20261121)

/** A history that Prefect wrote, with a Prefect and a Sluice that answer from the same file. */
export interface AnswersBed {
  readonly sides: Sides
  /** Makes questions from the values that are in the file; the same on every run. */
  questioner(subject: Subject): Questioner
  /** How many rows the subject's table has. */
  size(subject: Subject): number
  /** Asks all of them, one after the other, and fails with the first disagreements. */
  agreed(subject: Subject, questions: readonly Question[]): Promise<Outcome[]>
  /** How many of the answers are neither nothing nor everything. */
  telling(subject: Subject, outcomes: readonly Outcome[]): number
}

/** Gives the tests of one file such a bed. */
export function answersBed(): AnswersBed {
  let home: string | undefined
  let sides: Sides | undefined
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'sluice-answers-'))
    sides = await startSides(home)
  })
  afterAll(async () => {
    await sides?.sluice.stop()
    await sides?.prefect.stop()
    if (home !== undefined) await rm(home, { recursive: true })
  })
  const read = <T>(work: (database: Sqlite.Database) => T): T => {
    const database = new Sqlite(join(home ?? '', 'prefect.db'), { readonly: true })
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  const size = ({ table }: Subject) =>
    read((database) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()))
  return {
    get sides() {
      if (sides) return sides
      throw new Error('the two sides are there while a test runs')
    },
    questioner: ({ grammar, sorts }) =>
      read((database) => {
        const random = randomFrom(seed)
        return new Questioner({ database, random, grammar, sorts: Object.keys(sorts) })
      }),
    size,
    async agreed(subject, questions) {
      const outcomes: Outcome[] = []
      for (const question of questions) outcomes.push(await ask(this.sides, subject, question))
      const disagreements = outcomes.flatMap(({ disagreement }) => disagreement ?? [])
      expect(disagreements.slice(0, 20), `${disagreements.length} disagreements`).toEqual([])
      return outcomes
    },
    telling(subject, outcomes) {
      const all = size(subject)
      return outcomes.filter(({ count }) => count !== null && count > 0 && count < all).length
    },
  }
}

async function startSides(home: string): Promise<Sides> {
  const prefect = await preparePrefect()
  const writer = await startPrefectServer(prefect, { home })
  try {
    await writeHistory(prefect, writer, home)
  } finally {
    await writer.stop()
  }
  // Without its services the server changes nothing between two questions.
  const server = await startPrefectServer(prefect, { home, services: false })
  return { prefect: server, sluice: await startSluice({ database: join(home, 'prefect.db') }) }
}
