import { expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'

const database = freshDatabase()
const { flows, concurrencyLimits: v1, concurrencyLimitsV2: v2 } = database.run

test('no command writes an event, as a model of Prefect without a server does not', async () => {
  const flow = await flows.createFlow({ name: 'etl' })
  await flows.updateFlow({ flow_id: flow.id, flow: { tags: ['x'] } })
  await flows.deleteFlow({ flow_id: flow.id })
  const again = await flows.createFlow({ name: 'etl' })
  await flows.deleteFlows({ flow_ids: [again.id] })

  const limit = await v1.createConcurrencyLimit({ tag: 'gpu', concurrency_limit: 1 })
  await v1.createConcurrencyLimit({ tag: 'gpu', concurrency_limit: 2 })
  await v1.resetConcurrencyLimitByTag({ tag: 'gpu', slot_override: [flow.id] })
  await v1.deleteConcurrencyLimit({ concurrency_limit_id: limit.id })
  await v1.createConcurrencyLimit({ tag: 'gpu', concurrency_limit: 1 })
  await v1.deleteConcurrencyLimitByTag({ tag: 'gpu' })

  await v2.createConcurrencyLimit({ name: 'db', limit: 1 })
  await v2.updateConcurrencyLimit({ name: 'db', concurrency_limit: { limit: 2 } })
  await v2.resetConcurrencyLimit({ name: 'db' })
  await v2.deleteConcurrencyLimit({ name: 'db' })

  expect(database.file.rows('events')).toEqual([])
  expect(database.file.rows('event_resources')).toEqual([])
})
