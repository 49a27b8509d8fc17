import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { prefectForm, type BenchCase } from './bench-case.ts'
import { openByHand } from './by-hand.ts'

const thisFile = fileURLToPath(import.meta.url)

/** The longest that a form may take to be measured, in milliseconds. */
export const longestTrial = 6000

/** Tries Prefect's forms, and leaves out those that take too long to be measured. */
export class Trials {
  readonly #path: string
  /** Questions whose list was endless; their count goes through more flows still. */
  readonly #endless = new Set<string>()

  constructor(path: string) {
    this.#path = path
  }

  /** The case, without Prefect's form if that is endless. */
  withoutEndless(benchCase: BenchCase): BenchCase {
    const { question, forms } = benchCase
    const statement = forms.find(({ name }) => name === prefectForm)?.statement
    if (statement === undefined) return benchCase
    if (!this.#endless.has(question) && endsInTime(this.#path, statement)) return benchCase
    this.#endless.add(question)
    return { ...benchCase, forms: forms.filter(({ name }) => name !== prefectForm), endless: true }
  }
}

/**
 * Runs a statement once in a process of its own, which is killed if it takes too long: Prefect's
 * form can take minutes, and a statement cannot be interrupted where it runs.
 */
function endsInTime(path: string, statement: string): boolean {
  const trial = spawnSync(process.execPath, [thisFile, path, statement], {
    timeout: longestTrial,
    killSignal: 'SIGKILL',
    stdio: 'inherit',
  })
  if (trial.signal === 'SIGKILL') return false
  if (trial.status === 0) return true
  throw new Error(`the trial of a statement failed: ${statement}`)
}

const [, entry, path, statement] = process.argv
if (entry === thisFile && path !== undefined && statement !== undefined) {
  openByHand(path, 'reader').prepare(statement).all()
}
