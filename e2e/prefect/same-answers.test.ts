import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { preparePrefect } from '../../tools/prefect/environment.ts'
import { startPrefectServer } from '../../tools/prefect/server.ts'
import { startSluice } from '../fixtures/sluice-server.ts'
import { ask } from './compare.ts'
import type { Outcome, Sides } from './compare.ts'
import { writeHistory } from './history.ts'
import { oddities } from './oddities.ts'
import { Questioner } from './questions.ts'
import type { Question } from './questions.ts'
import { randomFrom } from './random.ts'

const seed = 20261121
const compounds = 450

/** What Prefect's models take and its REST does not: `null` for a whole filter or the limit. */
const unset = ['flows', 'flow_runs', 'task_runs', 'deployments', 'work_pools', 'limit'].map((key) =>
  JSON.stringify({ [key]: null }),
)

let home: string
let sides: Sides
let questioner: Questioner
let flowCount: number

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-answers-'))
  const prefect = await preparePrefect()
  const writer = await startPrefectServer(prefect, { home })
  try {
    await writeHistory(prefect, writer, home)
  } finally {
    await writer.stop()
  }
  // Without its services the server changes nothing between two questions.
  const server = await startPrefectServer(prefect, { home, services: false })
  const file = join(home, 'prefect.db')
  sides = { prefect: server, sluice: await startSluice({ database: file }) }
  const database = new Sqlite(file, { readonly: true })
  questioner = new Questioner(database, randomFrom(seed))
  flowCount = Number(database.prepare('SELECT count(*) FROM flow').pluck().get())
  database.close()
})

afterAll(async () => {
  await sides?.sluice.stop()
  await sides?.prefect.stop()
  await rm(home, { recursive: true })
})

/** Asks all of them, one after the other, and fails with the first disagreements. */
async function agreed(questions: readonly Question[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const question of questions) outcomes.push(await ask(sides, question))
  const disagreements = outcomes.flatMap(({ disagreement }) => disagreement ?? [])
  expect(disagreements.slice(0, 20), `${disagreements.length} disagreements`).toEqual([])
  return outcomes
}

/** How many of the answers are neither nothing nor everything. */
function telling(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ count }) => count !== null && count > 0 && count < flowCount).length
}

test('there is a history to ask about', () => {
  expect(flowCount).toBeGreaterThanOrEqual(40)
})

test('each condition alone finds the same flows, in the same order', async () => {
  const outcomes = await agreed(questioner.single(3))
  expect(outcomes.length).toBeGreaterThan(200)
  expect(telling(outcomes)).toBeGreaterThan(outcomes.length / 2)
})

test('a part that asks nothing, joined with or_, does the same', async () => {
  const outcomes = await agreed(questioner.pairs())
  expect(outcomes.length).toBeGreaterThan(300)
  expect(telling(outcomes)).toBeGreaterThan(20)
})

test('many conditions, nested and joined, find the same flows, in the same order', async () => {
  const questions = Array.from({ length: compounds }, () => questioner.compound())
  const outcomes = await agreed(questions)
  expect(outcomes.every(({ count }) => count !== null)).toBe(true)
  expect(telling(outcomes)).toBeGreaterThan(outcomes.length / 3)
})

test('what Prefect refuses is refused, what it takes is taken, and means the same', async () => {
  const questions = oddities().filter((body) => !unset.includes(JSON.stringify(body)))
  const outcomes = await agreed(questions)
  const refused = outcomes.filter(({ count }) => count === null).length
  expect(refused).toBeGreaterThan(1000)
  expect(outcomes.length - refused).toBeGreaterThan(500)
})

test('null for a whole filter or the limit means that it is not set', async () => {
  const all = await sides.sluice.ask('flows.readFlows', {})
  for (const body of unset) {
    expect(await sides.sluice.ask('flows.readFlows', JSON.parse(body))).toEqual(all)
  }
})
