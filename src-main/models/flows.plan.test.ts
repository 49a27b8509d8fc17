import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../src-shared/contract/contract.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import type { WireFilters } from '../testing/naive/wire.ts'
import { assertNoScan, type AllowedScans } from '../testing/query-plan.ts'
import { testId } from '../testing/row-writer.ts'
import { flows } from './flows.ts'

const { readFlows, countFlows } = contract.flows

const runId = testId('flow_run', 1)
const failed = { state: { type: { any_: ['FAILED'] } } }
const sinceYesterday = { after_: '2026-11-19T00:00:00Z' }

/** What an index finds: these stay quick however many runs there are. */
const served: [string, WireFilters][] = [
  ['no filter', {}],
  ['flow name', { flows: { name: { like_: 'etl' } } }],
  ['flow tags', { flows: { tags: { all_: ['nightly'] } } }],
  ['flows without deployment', { flows: { deployment: { is_null_: true } } }],
  ['deployment tags', { deployments: { tags: { all_: ['nightly'] } } }],
  ['work pool', { work_pools: { name: { any_: ['local'] } } }],
  ['any run', { flow_runs: {} }],
  ['any task run', { task_runs: {} }],
  ['run state', { flow_runs: failed }],
  ['run state name', { flow_runs: { state: { name: { any_: ['Late'] } } } }],
  ['run state and start', { flow_runs: { ...failed, start_time: sinceYesterday } }],
  ['run state or name', { flow_runs: { operator: 'or_', ...failed, name: { any_: ['run'] } } }],
  ['run id', { flow_runs: { id: { any_: [runId] } } }],
  ['run start', { flow_runs: { start_time: sinceYesterday } }],
  ['run end', { flow_runs: { end_time: sinceYesterday } }],
  ['run of deployment', { flow_runs: { deployment_id: { any_: [runId] } } }],
  ['subflow run', { flow_runs: { parent_flow_run_id: { any_: [runId] } } }],
  ['task run state', { task_runs: failed }],
  ['task run of flow run', { task_runs: { flow_run_id: { any_: [runId] } } }],
  ['run state, task run name', { flow_runs: failed, task_runs: { name: { like_: 'load' } } }],
  ['run tags, task run state', { flow_runs: { tags: { any_: ['gpu'] } }, task_runs: failed }],
]

/** What no index of Prefect's finds: one pass, bounded, and never one a flow. */
const scanned: [string, WireFilters, AllowedScans][] = [
  [
    'run tags',
    { flow_runs: { tags: { any_: ['gpu'] } } },
    { flow_run: 'tags are JSON; no index looks inside' },
  ],
  [
    'run name like',
    { flow_runs: { name: { like_: 'load' } } },
    { flow_run: 'a part of a text is in no index' },
  ],
  [
    'run creator',
    { flow_runs: { created_by: { type_: ['DEPLOYMENT'] } } },
    { flow_run: 'the creator is JSON; the one index on it is of its id, and of scheduled runs' },
  ],
  [
    'run state excluded',
    { flow_runs: { state: { type: { not_any_: ['COMPLETED'] } } } },
    { flow_run: 'NOT IN is no range of an index' },
  ],
  [
    'run with deployment',
    { flow_runs: { deployment_id: { is_null_: false } } },
    { flow_run: 'IS NOT NULL takes no index where there are no statistics' },
  ],
  [
    'run key',
    { flow_runs: { idempotency_key: { any_: ['key'] } } },
    { flow_run: 'the index of the key begins with the flow; it is read instead of the table' },
  ],
  [
    'run state or name like',
    { flow_runs: { operator: 'or_', ...failed, name: { like_: 'load' } } },
    { flow_run: 'one of the two is in no index' },
  ],
  [
    'task run tags',
    { task_runs: { tags: { all_: ['gpu'] } } },
    { task_run: 'tags are JSON; no index looks inside' },
  ],
  [
    'task run name like',
    { task_runs: { name: { like_: 'load' } } },
    { task_run: 'a part of a text is in no index' },
  ],
  [
    'task run without subflow run',
    { task_runs: { subflow_runs: { exists_: false } } },
    { task_run: 'nearly all are without' },
  ],
  [
    'task run with subflow run',
    { task_runs: { subflow_runs: { exists_: true } } },
    { task_run: 'each is asked for its subflow run' },
  ],
]

let file: DatabaseFile

beforeAll(() => {
  file = buildDatabase()
  file.add.flow()
})

afterAll(() => file.remove())

async function assertPlans(filters: WireFilters, allow?: AllowedScans): Promise<void> {
  const { path } = file
  for (const sort of ['NAME_ASC', 'CREATED_DESC'] as const) {
    const input = readFlows.input.parse({ ...filters, sort, limit: 50, offset: 50 })
    await assertNoScan({ path, run: (db) => flows.readFlows(db, input), allow })
  }
  const input = countFlows.input.parse(filters)
  await assertNoScan({ path, run: (db) => flows.countFlows(db, input), allow })
}

describe('flows by', () => {
  test.each(served)('%s: no table that grows is scanned', async (_name, filters) => {
    await expect(assertPlans(filters)).resolves.toBeUndefined()
  })

  test.each(scanned)('%s: scanned, for a reason', async (_name, filters, allow) => {
    await expect(assertPlans(filters, allow)).resolves.toBeUndefined()
  })
})
