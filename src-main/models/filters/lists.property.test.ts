import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contract } from '../../../src-shared/contract/contract.ts'
import { openConnection } from '../../database/connection.ts'
import { reading, type Reading } from '../../database/model.ts'
import { arbitraryBody, arbitraryRunFilters } from '../../testing/arbitrary-filters.ts'
import { addRows, arbitraryRows, type ArbitraryRows } from '../../testing/arbitrary-rows.ts'
import { buildDatabase } from '../../testing/build-database.ts'
import { storedData } from '../../testing/compare-filters.ts'
import { FilterCoverage, type NaiveList } from '../../testing/filter-coverage.ts'
import { partsOfSchema } from '../../testing/parts-of-schema.ts'
import { naiveDeployments, naiveFlowRuns, naiveTaskRuns } from '../../testing/naive/lists.ts'
import { deployments } from '../deployments.ts'
import { flowRuns } from '../flow-runs.ts'
import { taskRuns } from '../task-runs.ts'
import { asExpression } from './condition.ts'
import { deploymentsWhere } from './deployments-where.ts'
import { flowRunsWhere } from './flow-runs-where.ts'
import { taskRunsWhere } from './task-runs-where.ts'

/** Another seed asks other questions; a failure names the one it was found with. */
const seed = Number(process.env.SLUICE_TEST_SEED ?? 20261121)
const numRuns = Number(process.env.SLUICE_TEST_RUNS ?? 60)
const timeout = 120_000
const questionsEach = { minLength: 24, maxLength: 24 }

const { flows, flow_runs, task_runs, work_pools, work_pool_queues } = arbitraryRunFilters
const ofTaskRuns = { flows, flow_runs, task_runs, deployments: arbitraryRunFilters.deployments }
const ofRuns = { ...ofTaskRuns, work_pools, work_pool_queues }

/** These can change no answer: they join one part alone, or are no longer asked. */
const idle = new Set([
  'flows.deployment.operator',
  'flow_runs.parent_flow_run_id.operator',
  'task_runs.flow_run_id.operator',
  'deployments.concurrency_limit.ge_',
  'deployments.concurrency_limit.le_',
  'deployments.concurrency_limit.is_null_',
])

interface List {
  readonly name: string
  readonly schema: Readonly<Record<string, unknown>>
  readonly filters: Record<string, fc.Arbitrary<unknown>>
  readonly sorts: readonly string[]
  readonly naive: NaiveList
  /** The ids of the rows that the condition is true of. */
  matching(db: Reading, body: object): Promise<string[]>
  count(db: Reading, body: object): Promise<number>
  read(db: Reading, body: object): Promise<{ id: string }[]>
}

const { readFlowRuns, countFlowRuns } = contract.flowRuns
const { readTaskRuns, countTaskRuns } = contract.taskRuns
const { readDeployments, countDeployments } = contract.deployments

const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id)

const lists: List[] = [
  {
    name: 'flow runs',
    schema: countFlowRuns.input.shape,
    filters: ofRuns,
    sorts: readFlowRuns.input.shape.sort.unwrap().options,
    naive: naiveFlowRuns,
    async matching(db, body) {
      const where = asExpression(flowRunsWhere(countFlowRuns.input.parse(body)))
      const query = db.selectFrom('flow_run').select('id').where(where)
      return idsOf(await query.orderBy('id', 'desc').execute())
    },
    count: (db, body) => flowRuns.countFlowRuns(db, countFlowRuns.input.parse(body)),
    read: (db, body) => flowRuns.readFlowRuns(db, readFlowRuns.input.parse(body)),
  },
  {
    name: 'task runs',
    schema: countTaskRuns.input.shape,
    filters: ofTaskRuns,
    // A duration is a length of time that the rows here do not have.
    sorts: readTaskRuns.input.shape.sort
      .unwrap()
      .options.filter((sort) => !sort.startsWith('DURATION')),
    naive: naiveTaskRuns,
    async matching(db, body) {
      const where = asExpression(taskRunsWhere(countTaskRuns.input.parse(body)))
      const query = db.selectFrom('task_run').select('id').where(where)
      return idsOf(await query.orderBy('id', 'desc').execute())
    },
    count: (db, body) => taskRuns.countTaskRuns(db, countTaskRuns.input.parse(body)),
    read: (db, body) => taskRuns.readTaskRuns(db, readTaskRuns.input.parse(body)),
  },
  {
    name: 'deployments',
    schema: countDeployments.input.shape,
    filters: ofRuns,
    sorts: readDeployments.input.shape.sort.unwrap().options,
    naive: naiveDeployments,
    async matching(db, body) {
      const where = asExpression(deploymentsWhere(countDeployments.input.parse(body)))
      const query = db.selectFrom('deployment').select('id').where(where)
      return idsOf(await query.orderBy('name').orderBy('id').execute())
    },
    count: (db, body) => deployments.countDeployments(db, countDeployments.input.parse(body)),
    read: (db, body) => deployments.readDeployments(db, readDeployments.input.parse(body)),
  },
]

/** The rows without what Prefect would not have written, which a whole row cannot be read with. */
const plainRows = arbitraryRows.map((rows): ArbitraryRows => {
  const readable = <T>(tags: T) => (typeof tags === 'string' ? [] : tags) as Exclude<T, string>
  return {
    ...rows,
    deployments: rows.deployments.map((row) => ({ ...row, tags: readable(row.tags) })),
    flowRuns: rows.flowRuns.map((row) => ({
      ...row,
      tags: readable(row.tags),
      created_by: null,
    })),
    taskRuns: rows.taskRuns.map((row) => ({ ...row, tags: readable(row.tags) })),
  }
})

async function onRows(
  rows: ArbitraryRows,
  work: (db: Reading, data: ReturnType<typeof storedData>) => Promise<void>,
): Promise<void> {
  const file = buildDatabase()
  addRows(file, rows)
  const connection = openConnection({ path: file.path, mode: 'reader' })
  try {
    await work(reading(connection.db), storedData(file))
  } finally {
    connection.close()
    file.remove()
  }
}

describe.each(lists)('$name', (list) => {
  const { naive, filters, sorts } = list

  test.each(Object.keys(filters))('by %s, whatever is stored', { timeout }, async (key) => {
    const coverage = new FilterCoverage(naive)
    const asked = filters[key] as fc.Arbitrary<unknown>
    const bodies = fc.array(
      asked.map((filter) => ({ [key]: filter })),
      questionsEach,
    )
    const property = fc.asyncProperty(arbitraryRows, bodies, (rows, questions) =>
      onRows(rows, async (db, data) => {
        for (const body of questions) {
          const ids = naive.ids(data, body)
          expect({ body, ids: await list.matching(db, body) }).toEqual({ body, ids })
          expect(await list.count(db, body)).toBe(ids.length)
          coverage.count(data, body)
        }
      }),
    )
    await fc.assert(property, { seed, numRuns })
    const parts = partsOfSchema(list.schema[key], key)
    expect(coverage.gaps(parts.filter((part) => !idle.has(part)))).toEqual([])
  })

  test('filters, sort and page together', { timeout }, async () => {
    const coverage = new FilterCoverage(naive)
    const bodies = fc.array(arbitraryBody(filters, sorts), questionsEach)
    const property = fc.asyncProperty(plainRows, bodies, (rows, questions) =>
      onRows(rows, async (db, data) => {
        for (const body of questions) {
          const ids = naive.ids(data, body)
          expect({ body, ids: idsOf(await list.read(db, body)) }).toEqual({ body, ids })
          coverage.count(data, body)
        }
      }),
    )
    await fc.assert(property, { seed, numRuns })
    expect(coverage.gaps(['sort', 'limit', 'offset'])).toEqual([])
  })
})
