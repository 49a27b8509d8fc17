/** Counts of runs by state type; runs without a state stand under the empty text. */
export type RunCounts = Readonly<Record<string, number>>

/** Number of runs, in any state. */
export function totalRuns(runs: RunCounts): number {
  return Object.values(runs).reduce((sum, number) => sum + number, 0)
}

/** Which part of the runs that ended failed or crashed, from 0 to 1; null where none has ended. */
export function failureRate(runs: RunCounts): number | null {
  const of = (type: string): number => runs[type] ?? 0
  const wrong = of('FAILED') + of('CRASHED')
  const ended = wrong + of('COMPLETED') + of('CANCELLED')
  return ended === 0 ? null : wrong / ended
}
