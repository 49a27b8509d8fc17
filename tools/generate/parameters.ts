/** What a generated database holds. The same parameters give the same rows on every machine. */
export interface GeneratorParameters {
  flows: number
  /** Flow runs. */
  runs: number
  /** Task runs of each flow run that has begun. */
  taskRuns: number
  /** The part of all flow runs that belongs to the busiest flow, 0 to 1. */
  busiest: number
  seed: string
}

/** Goes up with every change of the rows, so that a kept file is not taken for a new one. */
export const generatorVersion = 2

/** Skewed as a real file is: the busiest flow has 24,000 of the 300,000 runs. */
export const defaultParameters: GeneratorParameters = {
  flows: 2000,
  runs: 300_000,
  taskRuns: 2,
  busiest: 0.08,
  seed: 'sluice',
}
