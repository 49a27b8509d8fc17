import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import { labelFilters } from '../../../src-shared/contract/schemas/label-filter.ts'
import { openConnection } from '../../database/connection.ts'
import { reading, type Reading } from '../../database/model.ts'
import { arbitraryRunFilters } from '../../testing/arbitrary-filters.ts'
import { arbitraryLabelFilter } from '../../testing/arbitrary-labels.ts'
import { addRows, arbitraryRows, type ArbitraryRows } from '../../testing/arbitrary-rows.ts'
import { buildDatabase } from '../../testing/build-database.ts'
import { asExpression, type Condition } from '../filters/condition.ts'
import { deploymentsWhere } from '../filters/deployments-where.ts'
import { flowRunsWhere } from '../filters/flow-runs-where.ts'
import { askedDeployments } from './asked-deployments.ts'
import { askedRuns } from './asked-runs.ts'

/** Another seed asks other questions; a failure names the one it was found with. */
const seed = Number(process.env.SLUICE_TEST_SEED ?? 20261121)
const numRuns = Number(process.env.SLUICE_TEST_RUNS ?? 40)

const { flow_runs, task_runs, flows, deployments } = arbitraryRunFilters

/** Mostly of runs alone, for few rows satisfy many filters at once. */
const filters = fc
  .oneof(
    fc.record({ flow_runs }),
    fc.record({ task_runs }),
    fc.record({ flow_runs, task_runs, flows, deployments }, { requiredKeys: [] }),
  )
  .map((asked) => runFilters.parse(asked))
const labels = fc.record(
  { flow_runs: arbitraryLabelFilter, deployments: arbitraryLabelFilter },
  { requiredKeys: [] },
)
const questions = fc.array(
  fc.record({ filters, labels: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, labels) }),
  { minLength: 30, maxLength: 30 },
)

async function ids(
  db: Reading,
  table: 'flow_run' | 'deployment',
  where: Condition,
): Promise<string[]> {
  const query = db.selectFrom(table).select('id').where(asExpression(where)).orderBy('id')
  return (await query.execute()).map(({ id }) => id)
}

async function onRows(rows: ArbitraryRows, work: (db: Reading) => Promise<void>): Promise<void> {
  const file = buildDatabase()
  addRows(file, rows)
  const connection = openConnection({ path: file.path, mode: 'reader' })
  try {
    await work(reading(connection.db))
  } finally {
    connection.close()
    file.remove()
  }
}

test(
  'the forms for all that match mean the same as those a row',
  { timeout: 120_000 },
  async () => {
    const found = { flow_run: 0, deployment: 0 }
    const property = fc.asyncProperty(arbitraryRows, questions, (rows, asked) =>
      onRows(rows, async (db) => {
        for (const question of asked) {
          const joined = { ...question.filters, labels: labelFilters.parse(question.labels) }
          const runs = await ids(db, 'flow_run', flowRunsWhere(joined))
          expect({ joined, ids: await ids(db, 'flow_run', await askedRuns(db, joined)) }).toEqual({
            joined,
            ids: runs,
          })
          const expected = await ids(db, 'deployment', deploymentsWhere(joined))
          const others = await ids(db, 'deployment', await askedDeployments(db, joined))
          expect({ joined, ids: others }).toEqual({ joined, ids: expected })
          if (question.filters.task_runs) found.flow_run += runs.length
          if (question.filters.flow_runs) found.deployment += expected.length
        }
      }),
    )
    await fc.assert(property, { seed, numRuns })
    expect(found.flow_run).toBeGreaterThan(numRuns)
    expect(found.deployment).toBeGreaterThan(numRuns)
  },
)
