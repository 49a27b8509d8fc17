import { parseArgs } from 'node:util'
import { cachedDatabase, writeDatabase } from './cached-database.ts'
import { defaultParameters, type GeneratorParameters } from './parameters.ts'

const usage = `Makes a big synthetic Prefect database.

  node tools/generate/main.ts [--runs N] [--flows N] [--task-runs N] [--busiest SHARE]
                              [--seed TEXT] [--out PATH]

Without --out the file is kept in the cache folder, and made only if it is not there yet.`

function main(): void {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      flows: { type: 'string' },
      'task-runs': { type: 'string' },
      busiest: { type: 'string' },
      seed: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return
  }
  const parameters: GeneratorParameters = {
    runs: numberOr(values.runs, defaultParameters.runs),
    flows: numberOr(values.flows, defaultParameters.flows),
    taskRuns: numberOr(values['task-runs'], defaultParameters.taskRuns),
    busiest: numberOr(values.busiest, defaultParameters.busiest),
    seed: values.seed ?? defaultParameters.seed,
  }
  const begun = performance.now()
  const path = values.out ?? cachedDatabase(parameters)
  if (values.out !== undefined) writeDatabase(values.out, parameters)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  process.stdout.write(`${path} (${seconds} s)\n`)
}

function numberOr(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  const number = Number(text)
  if (!Number.isFinite(number) || number < 0) throw new RangeError(`Not a number: ${text}`)
  return number
}

main()
