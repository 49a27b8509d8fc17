import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../src-shared/contract/contract.ts'
import type { RunSortColumn } from '../../../src-shared/contract/schemas/run-row.ts'
import { buildDatabase, type DatabaseFile } from '../../testing/build-database.ts'
import {
  assertNoScan,
  queryPlan,
  recordStatements,
  type AllowedScans,
} from '../../testing/query-plan.ts'
import { testId } from '../../testing/row-writer.ts'
import { deploymentRows } from '../deployment-rows.ts'
import { facets } from '../facets.ts'
import { flowRows } from '../flow-rows.ts'
import { runRows } from '../run-rows.ts'

let file: DatabaseFile

beforeAll(() => {
  file = buildDatabase()
  const flow_id = file.add.flow().id
  file.fill(() => {
    for (let number = 0; number < 300; number += 1) file.add.flowRun({ flow_id })
  })
})

afterAll(() => file.remove())

const failed = { flow_runs: { state: { type: { any_: ['FAILED'] } } } }
const allRuns: AllowedScans = { flow_run: 'no index holds the order, or the value' }

async function assertRuns(input: object, allow?: AllowedScans): Promise<void> {
  const parsed = contract.runRows.readRunRows.input.parse({ filters: {}, ...input })
  const run = (db: Parameters<typeof runRows.readRunRows>[0]) => runRows.readRunRows(db, parsed)
  await assertNoScan({ path: file.path, run, ...(allow && { allow }) })
}

describe('all runs', () => {
  const served: RunSortColumn[] = ['start', 'end', 'expected', 'updated', 'name', 'id']
  test.each(served)('in the order of %s: no table that grows is scanned', async (column) => {
    for (const descending of [false, true]) {
      const input = { sort: { column, descending }, limit: 50, offset: 50 }
      await expect(assertRuns(input)).resolves.toBeUndefined()
    }
  })

  test.each(['state', 'flow', 'deployment', 'workPool', 'workQueue', 'flowVersion'] as const)(
    'in the order of %s: counted in an index',
    async (column) => {
      const parsed = contract.runRows.readRunRows.input.parse({
        filters: {},
        sort: { column, descending: true },
      })
      const statements = await recordStatements(file.path, (db) => runRows.readRunRows(db, parsed))
      const plans = statements.flatMap((statement) => queryPlan(file.path, statement))
      const scans = plans.filter((step) => step.scans.includes('flow_run'))
      expect(scans.map(({ detail }) => detail)).not.toEqual([])
      for (const { detail } of scans) expect(detail).toMatch(/ USING (COVERING )?INDEX /)
    },
  )

  test.each(['created', 'tags', 'runCount', 'duration'])(
    'in the order of %s: one pass',
    async (column) => {
      const input = { sort: { column, descending: true }, limit: 50 }
      await expect(assertRuns(input, allRuns)).resolves.toBeUndefined()
    },
  )
})

describe('some runs', () => {
  test.each([
    ['of a flow', { flows: { id: { any_: [testId('flow', 1)] } } }],
    ['of a state', failed],
    ['by their ids', { flow_runs: { id: { any_: [testId('flow_run', 1)] } } }],
    ['of a task run state', { task_runs: { state: { type: { any_: ['FAILED'] } } } }],
  ])('%s: no table that grows is scanned', async (_name, filters) => {
    await expect(assertRuns({ filters })).resolves.toBeUndefined()
    for (const most of [null, 10]) {
      const count = contract.runRows.countRunRows.input.parse({ filters, most })
      const run = (db: never) => runRows.countRunRows(db, count)
      await expect(assertNoScan({ path: file.path, run: run as never })).resolves.toBeUndefined()
    }
  })

  test('the history of a span is found by two indexes', async () => {
    const span = { from: '2026-11-01T00:00:00.000000Z', before: '2026-11-02T00:00:00.000000Z' }
    const input = contract.runRows.readRunHistory.input.parse({ filters: {}, ...span })
    const query = assertNoScan({
      path: file.path,
      run: (db) => runRows.readRunHistory(db, input),
    })
    await expect(query).resolves.toBeUndefined()
  })
})

test('flows and deployments by the labels of their runs: each until one matches, or one pass', async () => {
  const labels = { flow_runs: { conditions: [{ is: 'has', key: 'team' }] } }
  const flows = contract.flowRows.readFlowRows.input.parse({ filters: failed, labels })
  const deployments = contract.deploymentRows.readDeploymentRows.input.parse({
    filters: failed,
    labels,
  })
  const { path } = file
  await expect(
    assertNoScan({ path, run: (db) => flowRows.readFlowRows(db, flows) }),
  ).resolves.toBeUndefined()
  await expect(
    assertNoScan({ path, run: (db) => deploymentRows.readDeploymentRows(db, deployments) }),
  ).resolves.toBeUndefined()
})

describe('what is offered to choose from', () => {
  test.each(['flow_run.id', 'task_run.id'] as const)('%s: by its beginning', async (of) => {
    const input = contract.facets.suggest.input.parse({ of, text: 'f2000000', limit: 1 })
    const query = assertNoScan({ path: file.path, run: (db) => facets.suggest(db, input) })
    if (of === 'flow_run.id') await expect(query).resolves.toBeUndefined()
    else await expect(query).rejects.toThrow('scans task_run')
  })

  test.each(['flow_run.tags', 'flow_run.created_by.type'] as const)('%s: one pass', async (of) => {
    const input = contract.facets.suggest.input.parse({ of })
    const allow = { flow_run: 'all values are counted' }
    const query = assertNoScan({ path: file.path, run: (db) => facets.suggest(db, input), allow })
    await expect(query).resolves.toBeUndefined()
  })
})
