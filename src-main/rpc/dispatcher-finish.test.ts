import { describe, expect, test } from 'vitest'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { dispatcherBed, untilStopped, type DispatcherBed } from '../testing/dispatcher-bed.ts'

const input = { name: 'a' }

/** A dispatcher whose operations end when they are stopped, or when `release` is called. */
function heldBed(): DispatcherBed & { release(): void } {
  let release = (): void => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  const bed = dispatcherBed(async ({ operation, signal }) => {
    const stopped = untilStopped(signal).catch(() => {
      throw new AppError('cancelled', 'Stopped')
    })
    await Promise.race([released, stopped])
    return operation.kind === 'query' ? { name: 'it' } : operation.kind === 'task' ? 1 : true
  })
  return { ...bed, release }
}

describe('a dispatcher that finishes', () => {
  test('takes no more calls', async () => {
    const { dispatcher, transport } = dispatcherBed()
    await dispatcher.finish()
    const reply = await transport.call('things.readThing', input)
    expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  test.each(['things.readThing', 'things.makeThings', 'things.mendThings'])(
    'stops what can be stopped: %s',
    async (operation) => {
      const { dispatcher, transport } = heldBed()
      const call = transport.call(operation, input)
      await dispatcher.finish()
      expect(await call).toMatchObject({ ok: false, error: { code: 'cancelled' } })
      expect(dispatcher.writing).toBe(false)
    },
  )

  test('waits for every command, and stops none', async () => {
    const { dispatcher, transport, release } = heldBed()
    const calls = [1, 2].map(() => transport.call('things.changeThing', input))
    expect(dispatcher.writing).toBe(true)
    let finished = false
    const finish = dispatcher.finish().then(() => (finished = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(finished).toBe(false)
    release()
    await finish
    for (const call of calls) expect(await call).toEqual({ ok: true, value: true })
  })
})
