import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { dispatcherBed, untilStopped } from '../testing/dispatcher-bed.ts'

describe('a call id', () => {
  test('that is under way is refused a second time, and free again afterwards', async () => {
    const callId = randomUUID()
    const { transport } = dispatcherBed(({ input, signal }) =>
      (input as { name: string }).name === 'wait' ? untilStopped(signal) : { name: 'b' },
    )
    const first = transport.call('things.readThing', { name: 'wait' }, { callId })
    const second = await transport.call('things.readThing', { name: 'b' }, { callId })
    expect(second).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(transport.stop(callId)).toBe(true)
    await first
    const third = await transport.call('things.readThing', { name: 'b' }, { callId })
    expect(third).toEqual({ ok: true, value: { name: 'b' } })
  })

  test('of no call that is under way stops nothing', async () => {
    const callId = randomUUID()
    const { transport } = dispatcherBed()
    expect(transport.stop(callId)).toBe(false)
    await transport.call('things.readThing', { name: 'a' }, { callId })
    expect(transport.stop(callId)).toBe(false)
  })

  test('stops its own call and no other', async () => {
    const { transport } = dispatcherBed(async ({ signal }) => {
      await untilStopped(signal).catch(() => {
        throw new AppError('cancelled', 'Stopped')
      })
    })
    const [one, two] = [randomUUID(), randomUUID()]
    const calls = [one, two].map((callId) =>
      transport.call('things.readThing', { name: 'a' }, { callId }),
    )
    transport.stop(two)
    expect(await calls[1]).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(transport.stop(one)).toBe(true)
    expect(await calls[0]).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })
})

describe('changes', () => {
  test('of a command are broadcast when it has succeeded', async () => {
    const { transport, told } = dispatcherBed(() => true)
    await transport.call('things.changeThing', { name: 'a' })
    expect(told).toEqual([{ kind: 'changed', topics: ['flow', 'deployment'], by: 'sluice' }])
  })

  test('follow from the input where the contract says so', async () => {
    const { transport, told } = dispatcherBed(() => true)
    await transport.call('things.changeThing', { name: 'log' })
    expect(told).toEqual([{ kind: 'changed', topics: ['log'], by: 'sluice' }])
  })

  test('of a command are broadcast after a failure too', async () => {
    const { transport, told } = dispatcherBed(() => {
      throw new AppError('database_unavailable', 'Nobody knows how far it came')
    })
    await transport.call('things.changeThing', { name: 'a' })
    expect(told).toMatchObject([{ kind: 'changed', topics: ['flow', 'deployment'] }])
  })

  test('of a task are broadcast too', async () => {
    const { transport, told } = dispatcherBed(() => 3)
    expect(await transport.call('things.makeThings', { name: 'a' })).toEqual({ ok: true, value: 3 })
    expect(told).toEqual([{ kind: 'changed', topics: ['flow_run'], by: 'sluice' }])
  })

  test('of a query there are none', async () => {
    const { transport, told } = dispatcherBed()
    await transport.call('things.readThing', { name: 'a' })
    expect(told).toEqual([])
  })
})

describe('a task', () => {
  test('reports under its call id, as the contract declares it', async () => {
    const callId = randomUUID()
    const { transport, told } = dispatcherBed(({ onProgress }) => {
      onProgress({ done: 1, internals: 'no' })
      onProgress({ done: 2 })
      return 2
    })
    await transport.call('things.makeThings', { name: 'a' }, { callId })
    expect(told).toEqual([
      { kind: 'progress', callId, progress: { done: 1 } },
      { kind: 'progress', callId, progress: { done: 2 } },
      { kind: 'changed', topics: ['flow_run'], by: 'sluice' },
    ])
  })

  test('goes on after a report that breaks the contract, which the log has', async () => {
    const { transport, told, log } = dispatcherBed(({ onProgress }) => {
      onProgress({ done: -1 })
      return 1
    })
    expect(await transport.call('things.makeThings', { name: 'a' })).toEqual({ ok: true, value: 1 })
    expect(told.map(({ kind }) => kind)).toEqual(['changed'])
    expect(log.lines).toMatchObject([
      { level: 'error', event: 'progress', fields: { operation: 'things.makeThings' } },
    ])
  })

  test('can be stopped between its parts', async () => {
    const callId = randomUUID()
    const { transport, told } = dispatcherBed(async ({ signal, onProgress }) => {
      for (let done = 0; !signal.aborted; done += 1) {
        onProgress({ done })
        await new Promise((resolve) => setImmediate(resolve))
        if (done === 2) transport.stop(callId)
      }
      throw new AppError('cancelled', 'Stopped')
    })
    const reply = await transport.call('things.makeThings', { name: 'a' }, { callId })
    expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(told.filter(({ kind }) => kind === 'progress')).toHaveLength(3)
  })

  test('alone reports: what a query reports is not told', async () => {
    const { transport, told } = dispatcherBed(({ onProgress }) => {
      onProgress({ done: 1 })
      return { name: 'a' }
    })
    await transport.call('things.readThing', { name: 'a' })
    expect(told).toEqual([])
  })
})
