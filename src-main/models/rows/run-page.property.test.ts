import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runFilters } from '../../../src-shared/contract/schemas/filter-bodies.ts'
import { runSortColumn, type RunSortColumn } from '../../../src-shared/contract/schemas/run-row.ts'
import { openConnection, type Connection } from '../../database/connection.ts'
import { reading } from '../../database/model.ts'
import { buildDatabase, type DatabaseFile } from '../../testing/build-database.ts'
import type { Rows } from '../../testing/rows.ts'
import { runIdsBySorting } from './run-page.ts'

type Run = Rows['flow_run']

/** So few that many runs are level with each other. */
const moments = [
  '2026-11-01 10:00:00.000000',
  '2026-11-01 10:00:05.000000',
  '2026-11-02 00:00:00.000000',
]
const moment = fc.constantFrom(null, ...moments)
const text = (...texts: string[]) => fc.constantFrom<(string | null)[]>(null, ...texts)

const run = fc.record({
  flow: fc.nat(3),
  deployment: fc.option(fc.nat(3)),
  queue: fc.option(fc.nat(2)),
  name: fc.constantFrom('a', 'b', 'B', 'é'),
  state_type: fc.constantFrom('COMPLETED' as const, 'FAILED' as const),
  state_name: text('Completed', 'Failed', 'Late'),
  start_time: moment,
  end_time: moment,
  expected_start_time: moment,
  next_scheduled_start_time: moment,
  total_run_time: fc.constantFrom(
    '1970-01-01 00:00:00.000000',
    '1970-01-01 00:01:00.500000',
    0 as never,
  ),
  run_count: fc.nat(2),
  created: fc.constantFrom(...moments),
  updated: fc.constantFrom(...moments),
  tags: fc.constantFrom('[]', '["a"]', '["b"]', '["b"'),
  labels: text('{}', '{"a": 1}', '{"b": 1}'),
  parameters: fc.constantFrom('{}', '{"x": 1}', 'broken'),
  flow_version: text('v1', 'v2'),
  work_queue_name: text('default', 'slow'),
})

const [seed = []] = fc.sample(fc.array(run, { minLength: 400, maxLength: 400 }), {
  numRuns: 1,
  seed: 7,
})

let file: DatabaseFile
let connection: Connection
let runs: Run[]
let flows: Rows['flow'][]
let deployments: Rows['deployment'][]
let queues: Rows['work_queue'][]
let pools: Rows['work_pool'][]

beforeAll(() => {
  file = buildDatabase({ foreignKeys: false })
  file.fill(() => fillFile(file))
  runs = file.rows('flow_run')
  flows = file.rows('flow')
  deployments = file.rows('deployment')
  queues = file.rows('work_queue')
  pools = file.rows('work_pool')
  connection = openConnection({ path: file.path, mode: 'reader' })
})

afterAll(() => {
  connection.close()
  file.remove()
})

function fillFile({ add }: DatabaseFile): void {
  const flowIds = ['x', 'y', 'z'].map((name) => add.flow({ name }).id)
  const deploymentIds = ['d', 'd', 'e'].map((name, index) => {
    return add.deployment({ name, flow_id: flowIds[index] ?? '' }).id
  })
  const queueIds = ['p', 'q'].map((name) => add.workPool({ name }).default_queue_id ?? '')
  // One beyond the last names a flow, a deployment, a queue that is gone.
  const gone = 'ffffffff-0000-4000-8000-000000000000'
  const idOf = (ids: readonly string[], index: number | null) =>
    index === null ? null : (ids[index] ?? gone)
  for (const { flow, deployment, queue, ...columns } of seed) {
    add.flowRun({
      ...columns,
      state_id: null,
      flow_id: flowIds[flow] ?? gone,
      deployment_id: idOf(deploymentIds, deployment),
      work_queue_id: idOf(queueIds, queue),
    })
  }
}

/** What a run is sorted by, as the contract describes it. */
function naiveKey(row: Run, column: RunSortColumn): string | number | null {
  if (column in naiveNames) return naiveNames[column as keyof typeof naiveNames](row)
  const simple = { start: row.start_time ?? row.expected_start_time, state: row.state_name }
  if (column in simple) return simple[column as keyof typeof simple]
  if (column === 'lateness') return naiveLateness(row)
  if (column === 'duration')
    return typeof row.total_run_time === 'string' ? row.total_run_time : null
  const value = row[columnOf[column as keyof typeof columnOf]]
  return value === '[]' || value === '{}' ? null : value
}

const columnOf = {
  name: 'name',
  id: 'id',
  workQueue: 'work_queue_name',
  end: 'end_time',
  expected: 'expected_start_time',
  nextScheduled: 'next_scheduled_start_time',
  runCount: 'run_count',
  created: 'created',
  updated: 'updated',
  tags: 'tags',
  labels: 'labels',
  parameters: 'parameters',
  flowVersion: 'flow_version',
} as const

const naiveNames = {
  flow: (row: Run) => flows.find(({ id }) => id === row.flow_id)?.name ?? null,
  deployment: (row: Run) => deployments.find(({ id }) => id === row.deployment_id)?.name ?? null,
  workPool: (row: Run) => {
    const queue = queues.find(({ id }) => id === row.work_queue_id)
    return pools.find(({ id }) => id === queue?.work_pool_id)?.name ?? null
  },
}

function naiveLateness({ start_time, expected_start_time }: Run): number | null {
  // Every run here has ended, so that one without a start is not late.
  if (start_time === null || expected_start_time === null) return null
  return Math.max(0, Date.parse(start_time) - Date.parse(expected_start_time))
}

function compare<T extends string | number>(one: T, other: T): number {
  if (one === other) return 0
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)))
}

function naivePage(
  column: RunSortColumn,
  { descending, matches }: { descending: boolean; matches: (row: Run) => boolean },
): string[] {
  const keyed = runs.filter(matches).map((row) => ({ id: row.id, key: naiveKey(row, column) }))
  const numeric = column === 'lateness' || column === 'runCount'
  const sorted = keyed.toSorted((one, other) => {
    if (one.key === null || other.key === null) {
      if (one.key === other.key) return compare(one.id, other.id)
      return one.key === null ? 1 : -1
    }
    const difference = numeric ? Number(one.key) - Number(other.key) : compare(one.key, other.key)
    return (descending ? -difference : difference) || compare(one.id, other.id)
  })
  return sorted.map(({ id }) => id)
}

const questions: [string, object, (row: Run) => boolean][] = [
  ['all', {}, () => true],
  [
    'failed',
    { flow_runs: { state: { type: { any_: ['FAILED'] } } } },
    (row) => row.state_type === 'FAILED',
  ],
  ['named', { flow_runs: { name: { any_: ['é'] } } }, (row) => row.name === 'é'],
  ['no', { flow_runs: { name: { any_: ['none'] } } }, () => false],
]

describe.each(runSortColumn.options)('by %s', (column) => {
  test.each(questions)('%s runs', async (_name, asked, matches) => {
    const db = reading(connection.db)
    const filters = runFilters.parse(asked)
    for (const descending of [false, true]) {
      const all = naivePage(column, { descending, matches })
      for (const [offset, limit] of [
        [0, 10],
        [7, 50],
        [90, 60],
        [0, 1000],
        [390, 100],
        [0, 0],
      ] as const) {
        const page = { filters, sort: { column, descending }, offset, limit }
        const expected = all.slice(offset, offset + limit)
        expect(await runIdsBySorting(db, page)).toEqual(expected)
        expect(await runIdsBySorting(db, page, [20, 120])).toEqual(expected)
      }
    }
  })
})
