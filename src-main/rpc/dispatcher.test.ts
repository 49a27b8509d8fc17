import { describe, expect, test } from 'vitest'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { dispatcherBed } from '../testing/dispatcher-bed.ts'

describe('a name', () => {
  test.each([
    'flows.readFlows',
    'things',
    'things.',
    '.readThing',
    'things.readThing.input',
    'things.__proto__',
    'things.constructor',
    'things.toString',
    '__proto__.readThing',
    'constructor.x',
    'constructor.constructor',
    'hasOwnProperty.call',
    'things.readthing',
    '',
  ])('that the contract does not hold is not_found: "%s"', async (operation) => {
    const { transport } = dispatcherBed()
    const reply = await transport.call(operation, { name: 'a' })
    expect(reply).toEqual({
      ok: false,
      error: { code: 'not_found', message: 'There is no such operation' },
    })
  })

  test('that the contract holds reaches its operation', async () => {
    const { transport } = dispatcherBed(({ name, input }) => ({ name, input }))
    const reply = await transport.call('things.readThing', { name: 'a' })
    expect(reply).toEqual({ ok: true, value: { name: 'things.readThing' } })
  })
})

describe('an input', () => {
  test('that does not parse is told with every path and reason, and reaches no model', async () => {
    let runs = 0
    const { transport, told } = dispatcherBed(() => (runs += 1))
    const reply = await transport.call('things.changeThing', { name: '', count: 1.5, more: 1 })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    const issues = (!reply.ok && reply.error.details?.issues) || []
    expect(issues.map(({ path }) => path)).toEqual([['name'], ['count'], []])
    expect(issues.every(({ message }) => message.length > 5)).toBe(true)
    expect(!reply.ok && reply.error.message).toContain('(name)')
    expect(runs).toBe(0)
    expect(told).toEqual([])
  })

  test.each([null, 1, 'text', [], [{ name: 'a' }], true])(
    'of another kind is refused: %j',
    async (input) => {
      const { transport } = dispatcherBed()
      const reply = await transport.call('things.readThing', input)
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'invalid_input', details: { issues: [{ path: [] }] } },
      })
    },
  )

  test('reaches the model as it was parsed', async () => {
    const seen: unknown[] = []
    const { dispatcher } = dispatcherBed(({ input }) => {
      seen.push(input)
      return { name: 'a' }
    })
    const input = { name: 'a', count: undefined }
    await dispatcher.call({ callId: 'one', operation: 'things.readThing', input })
    expect(seen).toEqual([{ name: 'a' }])
  })
})

describe('an answer', () => {
  test('that breaks the contract is internal: a trace id for the caller, the stack for the log', async () => {
    const { transport, log } = dispatcherBed(() => ({ name: 5 }))
    const reply = await transport.call('things.readThing', { name: 'secret name' })
    const traceId = !reply.ok && reply.error.details?.traceId
    expect(traceId).toMatch(/^[0-9a-f-]{36}$/)
    expect(reply).toEqual({
      ok: false,
      error: {
        code: 'internal',
        message: `Something went wrong in Sluice; the log has it under ${traceId}`,
        details: { traceId },
      },
    })
    expect(log.lines).toHaveLength(1)
    expect(log.lines[0]).toMatchObject({
      level: 'error',
      event: 'internal',
      fields: { operation: 'things.readThing', traceId },
    })
    expect(log.lines[0]?.fields['stack']).toContain('dispatcher-bed.ts')
  })

  test('leaves out what the contract does not declare', async () => {
    const { transport } = dispatcherBed(() => ({ name: 'a', password: 'b' }))
    const reply = await transport.call('things.readThing', { name: 'a' })
    expect(reply).toEqual({ ok: true, value: { name: 'a' } })
  })
})

describe('what a model throws', () => {
  test('is told as it is where a person can act on it', async () => {
    const { transport, log } = dispatcherBed(() => {
      throw new AppError('data_unreadable', 'No JSON', { table: 'flow', id: 'x', column: 'tags' })
    })
    const reply = await transport.call('things.readThing', { name: 'a' })
    const details = { table: 'flow', id: 'x', column: 'tags' }
    expect(reply).toEqual({
      ok: false,
      error: { code: 'data_unreadable', message: 'No JSON', details },
    })
    expect(log.lines).toEqual([])
  })

  test.each([new TypeError('secret'), 'secret', undefined, null, { code: 'conflict' }])(
    'is internal where it is a bug, and never told: %o',
    async (thrown) => {
      const { transport, log } = dispatcherBed(() => {
        throw thrown
      })
      const reply = await transport.call('things.readThing', { name: 'a' })
      expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
      expect(JSON.stringify(reply)).not.toContain('secret')
      expect(log.lines).toHaveLength(1)
    },
  )
})
