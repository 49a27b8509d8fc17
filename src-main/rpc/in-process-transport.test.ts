import { expect, test } from 'vitest'
import { dispatcherBed } from '../testing/dispatcher-bed.ts'

test('a call goes through the same JSON as over a wire, both ways', async () => {
  const inputs: unknown[] = []
  const { transport } = dispatcherBed(({ input }) => {
    inputs.push(input)
    return { name: 'it' }
  })
  const sent = { name: 'a', count: undefined, toJSON: () => ({ name: 'b' }) }
  expect(await transport.call('things.readThing', sent)).toEqual({
    ok: true,
    value: { name: 'it' },
  })
  expect(inputs).toEqual([{ name: 'b' }])
})

test('calls without an id have each one of their own', async () => {
  const { transport } = dispatcherBed(async () => {
    await new Promise((resolve) => setImmediate(resolve))
    return { name: 'it' }
  })
  const calls = [1, 2, 3].map(() => transport.call('things.readThing', { name: 'a' }))
  expect((await Promise.all(calls)).every(({ ok }) => ok)).toBe(true)
})
