import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Reply, WireError } from '../../src-shared/contract/wire.ts'
import { wireBed, type WireBed } from './wire-bed.ts'

let bed: WireBed

beforeAll(async () => {
  bed = await wireBed({
    fill: (file) => {
      file.add.flow({ name: 'first' })
      file.add.concurrencyLimitV2({ name: 'taken' })
      file.insert('flow', {
        id: 'd1000000-0000-4000-8000-000000000009',
        created: '2026-11-01 00:00:00.000000',
        updated: '2026-11-01 00:00:00.000000',
        name: 'malformed',
        tags: '["a"',
        labels: null,
      })
    },
  })
})

afterAll(() => bed.close())

/** The error of a call, whose envelope came with a 200: `ask` fails for any other status. */
async function errorOf(operation: string, input: unknown): Promise<WireError> {
  const reply: Reply = await bed.ask(operation, input)
  if (reply.ok) throw new Error(`${operation} succeeded`)
  return reply.error
}

describe('an application error is an envelope with status 200', () => {
  test.each([
    ['flows.readFlow', { flow_id: 'x' }, ['flow_id']],
    ['flows.readFlow', {}, ['flow_id']],
    ['flows.readFlow', null, []],
    ['flows.readFlow', { flow_id: '0'.repeat(32), more: 1 }, []],
    ['flows.createFlow', { name: 'a/b' }, ['name']],
    ['flows.createFlow', { name: '', tags: [1] }, ['name']],
    ['flows.readFlows', { limit: -1 }, ['limit']],
    ['flows.readFlows', { offset: 1.5 }, ['offset']],
    ['flows.readFlows', { sort: 'NAME' }, ['sort']],
    ['flows.readFlows', { flows: { id: { any_: ['x'] } } }, ['flows', 'id', 'any_', 0]],
    ['flows.deleteFlows', { flow_ids: ['0'.repeat(32), 'x'] }, ['flow_ids', 1]],
    ['concurrencyLimits.createConcurrencyLimit', { tag: 'a' }, ['concurrency_limit']],
    ['concurrencyLimitsV2.readConcurrencyLimit', {}, []],
    ['concurrencyLimitsV2.createConcurrencyLimit', { name: 'a', limit: -1 }, ['limit']],
    ['app.openDatabase', { path: '' }, ['path']],
  ])('for bad input, with path and reason: %s %j', async (operation, input, path) => {
    const before = bed.file.rows('flow')
    const error = await errorOf(operation, input)
    expect(error.code).toBe('invalid_input')
    expect(error.details?.issues?.[0]?.path).toEqual(path)
    expect(error.details?.issues?.[0]?.message).toMatch(/\w/)
    expect(bed.file.rows('flow')).toEqual(before)
  })

  test.each(['flows.nothing', 'nothing.readFlows', 'flows.__proto__', 'constructor.x'])(
    'for a name that there is not: %s',
    async (operation) => {
      expect((await errorOf(operation, {})).code).toBe('not_found')
    },
  )

  test('for a name that is taken', async () => {
    const input = { name: 'taken', limit: 1 }
    const error = await errorOf('concurrencyLimitsV2.createConcurrencyLimit', input)
    expect(error.code).toBe('conflict')
  })

  test('for a value that no Prefect writes, and where it stands', async () => {
    const input = { flows: { name: { any_: ['malformed'] } } }
    const error = await errorOf('flows.readFlows', input)
    const id = 'd1000000-0000-4000-8000-000000000009'
    expect(error).toMatchObject({
      code: 'data_unreadable',
      details: { table: 'flow', id, column: 'tags' },
    })
    expect(await bed.call('flows.readFlowByName', { name: 'first' })).toMatchObject({ tags: [] })
  })
})

describe('a lock that another process holds', () => {
  afterEach(() => bed.file.run('ROLLBACK'))

  test('makes a command wait and then fail, while reads go on', async () => {
    bed.file.run('BEGIN IMMEDIATE')
    const command = errorOf('flows.createFlow', { name: 'late' })
    expect(await bed.call('flows.countFlows', {})).toBe(2)
    expect((await command).code).toBe('database_busy')
    expect(await bed.call('flows.readFlowByName', { name: 'late' })).toBe(null)
  })
})
