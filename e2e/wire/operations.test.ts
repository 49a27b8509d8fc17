import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OperationName } from '../fixtures/sluice-server.ts'
import { wireBed, type WireBed } from './wire-bed.ts'

const unknownId = '00000000-0000-4000-8000-000000000000'
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) as string
const id = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string
const recorded = { id, created: time, updated: time }

let bed: WireBed
const called = new Set<string>()

beforeAll(async () => {
  const started = await wireBed()
  bed = {
    ...started,
    call: (operation, input) => {
      called.add(operation)
      return started.call(operation, input)
    },
  }
})

afterAll(() => bed.close())

describe('over HTTP', () => {
  test('flows are made, read, changed and deleted', async () => {
    const labels = { team: 'data', weight: 1.5, on: true }
    const flow = await bed.call('flows.createFlow', { name: 'etl', tags: ['nightly'], labels })
    expect(flow).toEqual({ ...recorded, name: 'etl', tags: ['nightly'], labels })
    const again = await bed.call('flows.createFlow', { name: 'etl', tags: ['other'] })
    expect(again).toEqual(flow)
    const { id: flow_id } = flow
    expect(await bed.call('flows.readFlow', { flow_id: flow_id.toUpperCase() })).toEqual(flow)
    expect(await bed.call('flows.readFlow', { flow_id: unknownId })).toBe(null)
    expect(await bed.call('flows.readFlowByName', { name: 'etl' })).toEqual(flow)
    expect(await bed.call('flows.readFlowLabels', { flow_id })).toEqual(labels)
    expect(await bed.call('flows.updateFlow', { flow_id, flow: { tags: ['daily'] } })).toBe(true)
    const filters = { flows: { tags: { all_: ['daily'] } }, flow_runs: null }
    expect(await bed.call('flows.readFlows', { ...filters, sort: 'NAME_DESC', limit: 5 })).toEqual([
      { ...flow, tags: ['daily'], updated: time },
    ])
    expect(await bed.call('flows.countFlows', filters)).toBe(1)
    const { id: other } = await bed.call('flows.createFlow', { name: 'report' })
    expect(await bed.call('flows.deleteFlow', { flow_id })).toBe(true)
    expect(await bed.call('flows.deleteFlow', { flow_id })).toBe(false)
    expect(await bed.call('flows.deleteFlows', { flow_ids: [other, unknownId] })).toEqual([other])
    expect(bed.file.rows('flow')).toEqual([])
  })

  test('V1 limits are made, read, reset and deleted', async () => {
    const limit = await bed.call('concurrencyLimits.createConcurrencyLimit', {
      tag: 'database',
      concurrency_limit: 2,
    })
    const shown = { ...recorded, tag: 'database', concurrency_limit: 2, active_slots: [] }
    expect(limit).toEqual(shown)
    const byId = { concurrency_limit_id: limit.id }
    expect(await bed.call('concurrencyLimits.readConcurrencyLimit', byId)).toEqual(limit)
    const byTag = { tag: 'database' }
    expect(await bed.call('concurrencyLimits.readConcurrencyLimitByTag', byTag)).toEqual(limit)
    const reset = await bed.call('concurrencyLimits.resetConcurrencyLimitByTag', {
      ...byTag,
      slot_override: [unknownId],
    })
    expect(reset).toEqual({ ...shown, active_slots: [unknownId] })
    const locked = await bed.call('concurrencyLimits.filterConcurrencyLimitsForOrchestration', {
      tags: ['database', 'other'],
    })
    expect(locked).toEqual([reset])
    expect(await bed.call('concurrencyLimits.readConcurrencyLimits', { limit: 1 })).toEqual([reset])
    expect(await bed.call('concurrencyLimits.deleteConcurrencyLimitByTag', byTag)).toBe(true)
    expect(await bed.call('concurrencyLimits.deleteConcurrencyLimit', byId)).toBe(false)
  })

  test('V2 limits are made, read, changed, reset and deleted', async () => {
    const created = await bed.call('concurrencyLimitsV2.createConcurrencyLimit', {
      name: 'tag:database',
      limit: 2,
      active_slots: 2,
    })
    expect(created).toEqual({
      ...recorded,
      name: 'tag:database',
      active: true,
      limit: 2,
      active_slots: 2,
      denied_slots: 0,
      slot_decay_per_second: 0,
      avg_slot_occupancy_seconds: 2,
    })
    const byName = { name: 'tag:database' }
    const byId = { concurrency_limit_id: created.id }
    expect(await bed.call('concurrencyLimitsV2.readConcurrencyLimit', byId)).toEqual(created)
    expect(await bed.call('concurrencyLimitsV2.readAllConcurrencyLimits', {})).toEqual([created])
    const change = { ...byName, concurrency_limit: { limit: 3 } }
    expect(await bed.call('concurrencyLimitsV2.updateConcurrencyLimit', change)).toBe(true)
    const reset = await bed.call('concurrencyLimitsV2.resetConcurrencyLimit', byName)
    expect(reset).toEqual({ ...created, updated: time, limit: 3, active_slots: 0 })
    expect(await bed.call('concurrencyLimitsV2.deleteConcurrencyLimit', byName)).toBe(true)
    expect(await bed.call('concurrencyLimitsV2.readConcurrencyLimit', byId)).toBe(null)
  })

  test('Sluice tells of itself', async () => {
    expect(await bed.call('app.session', {})).toMatchObject({
      path: bed.file.path,
      access: 'read_write',
      schema: { known: true, liveTagLimits: 'v2' },
      copied: false,
      error: null,
    })
    expect(await bed.call('app.capabilities', {})).toMatchObject({ host: 'browser' })
    expect(await bed.call('app.findDatabases', {})).toBeInstanceOf(Array)
  })

  test('every operation with a counterpart in Prefect was called, and the reset', () => {
    const areas = ['flows.', 'concurrencyLimits.', 'concurrencyLimitsV2.']
    const ofPrefect = [...called].filter((name) => areas.some((area) => name.startsWith(area)))
    expect(ofPrefect.toSorted()).toEqual(operations.toSorted())
  })
})

const operations: OperationName[] = [
  'flows.createFlow',
  'flows.updateFlow',
  'flows.readFlow',
  'flows.readFlowByName',
  'flows.readFlows',
  'flows.countFlows',
  'flows.deleteFlow',
  'flows.deleteFlows',
  'flows.readFlowLabels',
  'concurrencyLimits.createConcurrencyLimit',
  'concurrencyLimits.readConcurrencyLimit',
  'concurrencyLimits.readConcurrencyLimitByTag',
  'concurrencyLimits.resetConcurrencyLimitByTag',
  'concurrencyLimits.filterConcurrencyLimitsForOrchestration',
  'concurrencyLimits.deleteConcurrencyLimit',
  'concurrencyLimits.deleteConcurrencyLimitByTag',
  'concurrencyLimits.readConcurrencyLimits',
  'concurrencyLimitsV2.createConcurrencyLimit',
  'concurrencyLimitsV2.readConcurrencyLimit',
  'concurrencyLimitsV2.readAllConcurrencyLimits',
  'concurrencyLimitsV2.updateConcurrencyLimit',
  'concurrencyLimitsV2.deleteConcurrencyLimit',
  'concurrencyLimitsV2.resetConcurrencyLimit',
]
