import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contract } from '../../../src-shared/contract/contract.ts'
import { arbitraryFilters, arbitraryQuestion } from '../../testing/arbitrary-filters.ts'
import { addRows, arbitraryRows, type ArbitraryRows } from '../../testing/arbitrary-rows.ts'
import { buildDatabase } from '../../testing/build-database.ts'
import { modelAnswers, naiveAnswer, storedData } from '../../testing/compare-filters.ts'
import { FilterCoverage } from '../../testing/filter-coverage.ts'
import type { WireFilters, WireQuestion } from '../../testing/naive/wire.ts'
import { partsOfSchema } from '../../testing/parts-of-schema.ts'

/** Another seed asks other questions; a failure names the one it was found with. */
const seed = Number(process.env.SLUICE_TEST_SEED ?? 20261120)
const numRuns = Number(process.env.SLUICE_TEST_RUNS ?? 60)
/** Many times what it takes, for a machine that does much else. */
const timeout = 60_000
const questionsEach = { minLength: 24, maxLength: 24 }

/** These can change no answer: they join one part alone, or are no longer asked. */
const idle = [
  'flows.deployment.operator',
  'flow_runs.parent_flow_run_id.operator',
  'task_runs.flow_run_id.operator',
  'deployments.concurrency_limit.ge_',
  'deployments.concurrency_limit.le_',
  'deployments.concurrency_limit.is_null_',
]

/** Asks the models and the naive evaluation the same questions of one file. */
async function compare(
  rows: ArbitraryRows,
  questions: readonly WireQuestion[],
  coverage: FilterCoverage,
): Promise<void> {
  const file = buildDatabase()
  try {
    addRows(file, rows)
    const data = storedData(file)
    const answers = await modelAnswers(file, questions)
    for (const [index, question] of questions.entries()) {
      expect({ question, ...answers[index] }).toEqual({ question, ...naiveAnswer(data, question) })
      coverage.count(data, question)
    }
  } finally {
    file.remove()
  }
}

describe.each(Object.keys(arbitraryFilters) as (keyof WireFilters)[])('%s', (name) => {
  const parts = partsOfSchema(contract.flows.readFlows.input.shape[name], name)

  test(
    'answers as Prefect does, whatever is stored and whatever is asked',
    { timeout },
    async () => {
      const coverage = new FilterCoverage()
      const filter: fc.Arbitrary<unknown> = arbitraryFilters[name]
      const questions = fc.array(
        filter.map((asked) => ({ [name]: asked })),
        questionsEach,
      )
      const property = fc.asyncProperty(arbitraryRows, questions, (rows, asked) =>
        compare(rows, asked, coverage),
      )
      await fc.assert(property, { seed, numRuns })
      expect(coverage.gaps(parts.filter((part) => !idle.includes(part)))).toEqual([])
      expect(coverage.deciding(idle)).toEqual([])
    },
  )
})

test('filters, sort and page answer together as Prefect does', { timeout }, async () => {
  const coverage = new FilterCoverage()
  const questions = fc.array(arbitraryQuestion, questionsEach)
  const property = fc.asyncProperty(arbitraryRows, questions, (rows, asked) =>
    compare(rows, asked, coverage),
  )
  await fc.assert(property, { seed, numRuns })
  expect(coverage.gaps(['sort', 'limit', 'offset'])).toEqual([])
})
