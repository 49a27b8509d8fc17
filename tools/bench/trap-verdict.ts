import type { CaseResult } from './bench-case.ts'
import { questions } from './questions.ts'

/** The list of flows with a failed run takes at most this part of what Prefect's form takes. */
const allowed = 1 / 15

/** Whether *flows with a failed run* keeps out of the plan trap, in words. */
export interface TrapVerdict {
  readonly held: boolean
  readonly line: string
}

/** Judges a ratio measured in turns, which another machine or a busy one does not change. */
export function trapVerdict(cases: readonly CaseResult[]): TrapVerdict {
  const asked = questions[0]?.name
  const found = cases.filter(({ question }) => question === asked)
  if (found.length === 0) return { held: true, line: 'Flows with a failed run: not asked' }
  const judged = found.filter(({ prefectRatio }) => prefectRatio !== undefined)
  const held = judged.every(({ prefectRatio = 0 }) => prefectRatio <= allowed)
  const ratios = found.map(({ operation, prefectRatio, endless }) => {
    const share = prefectRatio === undefined ? 0 : 1 / prefectRatio
    return `${operation} 1/${endless ? '∞' : share.toFixed(0)}`
  })
  const words = held ? 'held' : 'VIOLATED'
  return {
    held,
    line: `Flows with a failed run, at most 1/15 of Prefect's form: ${ratios.join(', ')}: ${words}`,
  }
}
