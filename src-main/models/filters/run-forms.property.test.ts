import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract } from '../../../src-shared/contract/contract.ts'
import type { FlowFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import { openConnection } from '../../database/connection.ts'
import { reading, type Reading } from '../../database/model.ts'
import { arbitraryFilters } from '../../testing/arbitrary-filters.ts'
import { addRows, arbitraryRows, type ArbitraryRows } from '../../testing/arbitrary-rows.ts'
import { buildDatabase } from '../../testing/build-database.ts'
import { naiveAnswer, storedData } from '../../testing/compare-filters.ts'
import type { WireFilters } from '../../testing/naive/wire.ts'
import { askedRun, waysTo } from './flows-where.ts'
import { hasRun, type PassForm, type RunForm } from './run-forms.ts'

const seed = Number(process.env.SLUICE_TEST_SEED ?? 20261120)
const numRuns = Number(process.env.SLUICE_TEST_RUNS ?? 60)

/** Every form there is for the filters: which one is chosen must not matter. */
function formsOf(filters: FlowFilters): RunForm[] {
  const passes: PassForm[] = [...waysTo(filters), { by: 'runs' }]
  if (filters.task_runs) passes.push({ by: 'tasks' })
  return [
    { by: 'flows', from: 'newest' },
    { by: 'flows', from: 'oldest' },
    ...passes.flatMap((pass) => [pass, { ...pass, manyFlows: true }]),
  ]
}

async function flowsIn(db: Reading, filters: FlowFilters, form: RunForm): Promise<string[]> {
  const where = hasRun(askedRun(filters), form)
  const flows = await db.selectFrom('flow').select('id').where(where).orderBy('name').execute()
  return flows.map(({ id }) => id)
}

async function compareForms(rows: ArbitraryRows, questions: readonly WireFilters[]): Promise<void> {
  const file = buildDatabase()
  addRows(file, rows)
  const connection = openConnection({ path: file.path, mode: 'reader' })
  try {
    const data = storedData(file)
    for (const question of questions) {
      const filters = contract.flows.countFlows.input.parse(question)
      if (!filters.flow_runs && !filters.task_runs) continue
      const { ids } = naiveAnswer(data, question)
      for (const form of formsOf(filters)) {
        const found = await flowsIn(reading(connection.db), filters, form)
        expect({ question, form: form.by, ids: found }).toEqual({ question, form: form.by, ids })
      }
    }
  } finally {
    connection.close()
    file.remove()
  }
}

test('every form gives the answer that Prefect would', { timeout: 60_000 }, async () => {
  const { flow_runs, task_runs } = arbitraryFilters
  const asked: fc.Arbitrary<WireFilters> = fc.oneof(
    fc.record({ flow_runs }),
    fc.record({ task_runs }),
    fc.record({ flow_runs, task_runs }),
  )
  const questions = fc.array(asked, { minLength: 8, maxLength: 8 })
  const property = fc.asyncProperty(arbitraryRows, questions, compareForms)
  await fc.assert(property, { seed, numRuns })
})
