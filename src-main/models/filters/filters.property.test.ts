import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../../../src-shared/contract/contract.ts'
import { openConnection } from '../../database/connection.ts'
import { reading } from '../../database/model.ts'
import { arbitraryFilters, arbitraryQuestion } from '../../testing/arbitrary-filters.ts'
import { addRows, arbitraryRows, type ArbitraryRows } from '../../testing/arbitrary-rows.ts'
import { buildDatabase, type DatabaseFile } from '../../testing/build-database.ts'
import { FilterCoverage } from '../../testing/filter-coverage.ts'
import type { StoredData } from '../../testing/naive/flow-filters.ts'
import { naiveCountFlows, naiveReadFlows } from '../../testing/naive/read-flows.ts'
import type { WireFilters, WireQuestion } from '../../testing/naive/wire.ts'
import { flows } from '../flows.ts'

/** Another seed asks other questions; a failure names the one it was found with. */
const seed = Number(process.env.SLUICE_TEST_SEED ?? 20261120)
const runs = Number(process.env.SLUICE_TEST_RUNS ?? 80)

const { readFlows, countFlows } = contract.flows

/** These can change no answer: they join one part alone, or are no longer asked. */
const idle = [
  'flows.deployment.operator',
  'flow_runs.parent_flow_run_id.operator',
  'task_runs.flow_run_id.operator',
  'deployments.concurrency_limit.ge_',
  'deployments.concurrency_limit.le_',
  'deployments.concurrency_limit.is_null_',
]

/** Every part that a schema lets be set, by its path. */
function partsOf(schema: unknown, path: string): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return partsOf(schema.unwrap(), path)
  if (schema instanceof z.ZodDefault) return partsOf(schema.unwrap(), path)
  if (!(schema instanceof z.ZodObject)) return [path]
  return Object.entries(schema.shape).flatMap(([key, part]) => partsOf(part, `${path}.${key}`))
}

function storedData(file: DatabaseFile): StoredData {
  return {
    flow: file.rows('flow'),
    flow_run: file.rows('flow_run'),
    task_run: file.rows('task_run'),
    deployment: file.rows('deployment'),
    work_pool: file.rows('work_pool'),
    work_queue: file.rows('work_queue'),
  }
}

/** Asks the models and the naive evaluation the same questions of one file. */
async function compare(
  rows: ArbitraryRows,
  questions: readonly WireQuestion[],
  coverage?: FilterCoverage,
): Promise<void> {
  const file = buildDatabase()
  try {
    addRows(file, rows)
    const data = storedData(file)
    const connection = openConnection({ path: file.path, mode: 'reader' })
    const db = reading(connection.db)
    try {
      for (const question of questions) {
        const { sort: _sort, limit: _limit, offset: _offset, ...filters } = question
        const read = await flows.readFlows(db, readFlows.input.parse(question))
        const count = await flows.countFlows(db, countFlows.input.parse(filters))
        expect({ question, ids: read.map((flow) => flow.id), count }).toEqual({
          question,
          ids: naiveReadFlows(data, question).map((flow) => flow.id),
          count: naiveCountFlows(data, filters),
        })
        coverage?.count(data, question)
      }
    } finally {
      connection.close()
    }
  } finally {
    file.remove()
  }
}

describe.each(Object.keys(arbitraryFilters) as (keyof WireFilters)[])('%s', (name) => {
  const parts = partsOf(readFlows.input.shape[name], name)

  test('answers as Prefect does, whatever is stored and whatever is asked', async () => {
    const coverage = new FilterCoverage()
    const filters: fc.Arbitrary<unknown> = arbitraryFilters[name]
    const questions = fc.array(filters, { minLength: 12, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(arbitraryRows, questions, (rows, asked) =>
        compare(
          rows,
          asked.map((filter) => ({ [name]: filter })),
          coverage,
        ),
      ),
      { seed, numRuns: runs },
    )
    expect(coverage.gaps(parts.filter((part) => !idle.includes(part)))).toEqual([])
    expect(coverage.deciding(idle)).toEqual([])
  })
})

test('filters, sort and page answer together as Prefect does', async () => {
  const coverage = new FilterCoverage()
  const questions = fc.array(arbitraryQuestion, { minLength: 12, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(arbitraryRows, questions, (rows, asked) => compare(rows, asked, coverage)),
    { seed, numRuns: runs },
  )
  expect(coverage.gaps(['sort', 'limit', 'offset'])).toEqual([])
})
