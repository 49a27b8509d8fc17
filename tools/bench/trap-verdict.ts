import type { CaseResult } from './bench-case.ts'
import { questions } from './questions.ts'
import { longestTrial } from './trial.ts'

/** The list of flows with a failed run takes at most this part of what Prefect's form takes. */
const allowed = 1 / 15

/** Whether *flows with a failed run* keeps out of the plan trap, in words. */
export interface TrapVerdict {
  readonly held: boolean
  readonly line: string
}

/**
 * Judges a ratio measured in turns, which another machine or a busy one does not change. Where
 * Prefect's form was stopped, it took at least as long as it was let.
 */
export function trapVerdict(cases: readonly CaseResult[]): TrapVerdict {
  const asked = questions[0]?.name
  const found = cases.filter(({ question }) => question === asked)
  if (found.length === 0) return { held: true, line: 'Flows with a failed run: not asked' }
  const ratios = found.map(({ operation, model, prefect, endless }) => ({
    ratio: model.p50 / (prefect?.p50 ?? longestTrial),
    words: `${operation} ${endless ? 'less than ' : ''}1/`,
  }))
  const held = ratios.every(({ ratio }) => ratio <= allowed)
  const each = ratios.map(({ ratio, words }) => words + (1 / ratio).toFixed(0))
  const claim = "Flows with a failed run, at most 1/15 of Prefect's form"
  return { held, line: `${claim}: ${each.join(', ')}: ${held ? 'held' : 'VIOLATED'}` }
}
