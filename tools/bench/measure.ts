import { deepStrictEqual } from 'node:assert/strict'
import {
  prefectForm,
  type BenchCase,
  type CaseResult,
  type Form,
  type SideResult,
} from './bench-case.ts'

/** How long a case may take. */
export interface Budget {
  /** Milliseconds for all rounds of a case. */
  perCase: number
}

/** A side of less than this runs several times in its turn, so that timing it is worth the trouble. */
const shortestTurn = 8
const fewestSamples = 4
/** A form this many times slower than the fastest cannot win: it is run a few times only. */
const hopeless = 3
const hopelessSamples = 1
/** A side of more than this is not warmed up: its first run counts. */
const slow = 300
/** A side of less than this runs once more at the start of its turn: the others took its caches. */
const short = 20

interface Side {
  readonly name: string
  run(): unknown
  readonly samples: number[]
  /** What the first run took, in milliseconds. */
  first: number
}

/**
 * Measures the model and the hand-written forms of a case in turns, so that what else the machine
 * does falls on all of them alike.
 *
 * @throws if their answers differ.
 */
export async function measureCase(benchCase: BenchCase, budget: Budget): Promise<CaseResult> {
  const model = sideOf({ name: 'model', run: benchCase.model })
  const forms = benchCase.forms.map(sideOf)
  const sides = [model, ...forms]
  await warmUp(benchCase, sides)
  const fastest = Math.min(...forms.map((side) => side.first))
  const end = performance.now() + budget.perCase
  for (let round = 0; performance.now() < end || round < fewestSamples; round += 1) {
    for (const [place] of sides.entries()) {
      const side = sides[(place + round) % sides.length]
      if (!side || isDone(side, fastest)) continue
      await takeTurn(benchCase, side)
    }
  }
  return resultOf(benchCase, model, forms)
}

function isDone(side: Side, fastest: number): boolean {
  const isHopeless = side.name !== 'model' && side.first > fastest * hopeless
  return isHopeless && side.samples.length >= hopelessSamples
}

function sideOf({ name, run }: Pick<Form, 'name' | 'run'>): Side {
  return { name, run, samples: [], first: 0 }
}

/** Runs each side, twice where that is quick, and sees that all give the same answer. */
async function warmUp(benchCase: BenchCase, sides: readonly Side[]): Promise<void> {
  const { before, comparable = (answer: unknown) => answer } = benchCase
  let expected: unknown
  for (const side of sides) {
    before?.()
    const begun = performance.now()
    const answer = comparable(await side.run())
    side.first = performance.now() - begun
    if (expected === undefined) expected = answer
    deepStrictEqual(
      answer,
      expected,
      `${benchCase.operation}, ${benchCase.question}: '${side.name}' answers otherwise than the model`,
    )
  }
  for (const side of sides) {
    if (side.first > slow) {
      side.samples.push(side.first)
      continue
    }
    before?.()
    side.first = await timed(side)
  }
}

async function takeTurn({ before }: BenchCase, side: Side): Promise<void> {
  let spent = 0
  if (side.first < short) {
    before?.()
    await timed(side)
  }
  do {
    before?.()
    const milliseconds = await timed(side)
    side.samples.push(milliseconds)
    spent += milliseconds
  } while (spent < shortestTurn)
}

async function timed(side: Side): Promise<number> {
  const begun = performance.now()
  const answer = side.run()
  // Awaiting what is no promise would cost the synchronous sides a turn of the queue.
  if (answer instanceof Promise) await answer
  return performance.now() - begun
}

function resultOf(benchCase: BenchCase, model: Side, forms: readonly Side[]): CaseResult {
  const { operation, question } = benchCase
  const results = forms.map(statisticsOf)
  const best = results.reduce((a, b) => (b.p50 < a.p50 ? b : a))
  const prefect = results.find((side) => side.name === prefectForm)
  const ours = statisticsOf(model)
  return {
    operation,
    question,
    model: ours,
    best,
    ratio: ours.p50 / best.p50,
    prefect,
    prefectRatio: prefect && ours.p50 / prefect.p50,
    endless: benchCase.endless ?? false,
    forms: results,
  }
}

function statisticsOf({ name, samples }: Side): SideResult {
  const sorted = samples.toSorted((a, b) => a - b)
  return {
    name,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    samples: samples.length,
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
}
