import { expect, test } from 'vitest'
import { dispatcherBed, untilStopped } from '../testing/dispatcher-bed.ts'

test('the end waits for what is being written, and stops what only reads', async () => {
  let write: () => void = () => {}
  const { dispatcher, transport } = dispatcherBed(({ operation, signal }) => {
    if (operation.kind !== 'command') return untilStopped(signal)
    return new Promise((resolve) => (write = () => resolve(true)))
  })
  const reading = transport.call('things.readThing', { name: 'a' })
  const writing = transport.call('things.changeThing', { name: 'a' })
  expect(dispatcher.writing).toBe(true)
  let ended = false
  const end = dispatcher.finish().then(() => (ended = true))
  expect(await reading).toMatchObject({ ok: false })
  expect(ended).toBe(false)
  write()
  expect(await writing).toMatchObject({ ok: true, value: true })
  await end
  expect(dispatcher.writing).toBe(false)
})

test('nothing more is taken once it ends', async () => {
  const { dispatcher, transport } = dispatcherBed()
  await dispatcher.finish()
  expect(await transport.call('things.changeThing', { name: 'a' })).toMatchObject({
    ok: false,
    error: { code: 'cancelled' },
  })
})

test('an end with nothing under way comes at once', async () => {
  const { dispatcher, transport } = dispatcherBed()
  await transport.call('things.changeThing', { name: 'a' })
  expect(dispatcher.writing).toBe(false)
  await dispatcher.finish()
})
