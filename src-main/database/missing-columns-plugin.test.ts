import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract } from '../../src-shared/contract/contract.ts'
import { models } from '../models/models.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { openConnection, type Connection } from './connection.ts'
import { MissingColumnsPlugin } from './missing-columns-plugin.ts'
import { reading, type Reading } from './model.ts'
import { missingColumns } from './revisions.ts'

const testFlow = '0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0'
const testDeployment = '1f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0'

let file: DatabaseFile
let connection: Connection
let db: Reading

beforeEach(() => {
  file = buildDatabase({ revision: '4ad4658cbefe' })
  file.insert('flow', { name: 'etl', tags: '["a"]' })
  for (const table of ['flow', 'flow_run', 'task_run', 'deployment'])
    file.run(`ALTER TABLE ${table} DROP COLUMN labels`)
  for (const index of ['slug', 'deployment_id__slug'])
    file.run(`DROP INDEX ix_deployment_schedule__${index}`)
  for (const column of ['slug', 'parameters'])
    file.run(`ALTER TABLE deployment_schedule DROP COLUMN ${column}`)
  connection = openConnection({ path: file.path, mode: 'reader' })
  db = reading(connection.db.withPlugin(new MissingColumnsPlugin(missingColumns('4ad4658cbefe'))))
})

afterEach(() => {
  connection.close()
  file.remove()
})

test('without it, a column that the file lacks fails the statement', async () => {
  const query = connection.db.selectFrom('flow').select('labels')
  await expect(query.execute()).rejects.toThrow('no such column')
})

describe('a column that the file lacks comes as NULL', () => {
  test('under its own name, with the others beside it', async () => {
    const query = db.selectFrom('flow').select(['name', 'flow.labels', 'flow.tags'])
    expect(await query.execute()).toEqual([{ name: 'etl', labels: null, tags: '["a"]' }])
  })

  test('without the name of its table', async () => {
    const query = db.selectFrom('flow').select('labels')
    expect(await query.execute()).toEqual([{ labels: null }])
  })

  test('in a query within a query', async () => {
    const inner = db.selectFrom('flow').select(['flow.name', 'flow.labels']).as('inner')
    const query = db.selectFrom(inner).select('inner.name').where('inner.labels', 'is', null)
    expect(await query.execute()).toEqual([{ name: 'etl' }])
  })
})

test('the flows of such a file are read, with labels null', async () => {
  const { flows } = models
  const { readFlows, countFlows } = contract.flows
  const filters = { flows: { tags: { all_: ['a'] }, name: { like_: 'ET' } } }
  const [flow, ...others] = await flows.readFlows(db, readFlows.input.parse(filters))
  expect(others).toEqual([])
  expect(flow).toMatchObject({ name: 'etl', tags: ['a'], labels: null })
  expect(await flows.countFlows(db, countFlows.input.parse(filters))).toBe(1)
  const flow_id = flow?.id ?? ''
  expect(await flows.readFlow(db, { flow_id })).toEqual(flow)
  expect(await flows.readFlowByName(db, { name: 'etl' })).toEqual(flow)
  expect(await flows.readFlowLabels(db, { flow_id })).toBeNull()
})

describe('labels of such a file', () => {
  const labels = { flows: { operator: 'and_', conditions: [{ is: 'has_not', key: 'a' }] } } as const

  test('are none, and can be asked', async () => {
    const input = contract.flowRows.readFlowRows.input.parse({ filters: {}, labels })
    expect(await models.flowRows.readFlowRows(db, input)).toMatchObject([
      { name: 'etl', labels: null, unreadable: [] },
    ])
    const has = { flow_runs: { conditions: [{ is: 'has', key: 'a' }] } }
    const none = contract.flowRows.readFlowRows.input.parse({ filters: {}, labels: has })
    expect(await models.flowRows.readFlowRows(db, none)).toEqual([])
  })

  test('can be sorted by, and offered to choose from', async () => {
    const sort = { column: 'labels', descending: true }
    const input = contract.runRows.readRunRows.input.parse({ filters: {}, sort })
    expect(await models.runRows.readRunRows(db, input)).toEqual([])
    const keys = contract.facets.suggestLabelKeys.input.parse({ of: 'flows' })
    expect(await models.facets.suggestLabelKeys(db, keys)).toEqual([])
    const values = contract.facets.suggestLabelValues.input.parse({ of: 'flows', key: 'a' })
    expect(await models.facets.suggestLabelValues(db, values)).toEqual([])
  })
})

test('the deployments of such a file are read, their schedules without slug and parameters', async () => {
  file.insert('flow', { id: testFlow, name: 'owner', tags: '[]' })
  const deployment = { id: testDeployment, flow_id: testFlow, name: 'daily', tags: '[]' }
  file.insert('deployment', deployment)
  const schedule = '{"cron": "0 6 * * *", "timezone": "UTC", "day_or": true}'
  file.insert('deployment_schedule', { deployment_id: testDeployment, active: 1, schedule })
  const { readDeploymentRows } = contract.deploymentRows
  const input = readDeploymentRows.input.parse({ filters: {} })
  const [row] = await models.deploymentRows.readDeploymentRows(db, input)
  expect(row?.schedules).toMatchObject([{ slug: null, parameters: '{}', schedule }])
  const { readDeployments } = contract.deployments
  const [read] = await models.deployments.readDeployments(db, readDeployments.input.parse({}))
  expect(read?.schedules).toMatchObject([{ slug: null, parameters: {} }])
})
