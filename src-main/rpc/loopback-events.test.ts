import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEventStream } from '../testing/event-stream.ts'
import { loopbackBed, token, type LoopbackBed } from '../testing/loopback-bed.ts'

let bed: LoopbackBed
let url: string

beforeEach(async () => {
  bed = await loopbackBed(({ operation, onProgress }) => {
    onProgress({ done: 1 })
    return operation.kind === 'task' ? 1 : true
  })
  url = `http://127.0.0.1:${bed.loopback.port}`
})

afterEach(() => bed.close())

test('every listener is told of a change', async () => {
  const streams = await Promise.all([openEventStream(url, token), openEventStream(url, token)])
  await bed.operation('things.changeThing', '{"name":"log"}')
  for (const stream of streams) {
    const told = await stream.next(({ kind }) => kind === 'changed')
    expect(told).toEqual({ kind: 'changed', topics: ['log'], by: 'sluice' })
    expect(stream.contentType).toBe('text/event-stream; charset=utf-8')
    await stream.close()
  }
})

test('a task reports under the call id that its caller gave', async () => {
  const callId = randomUUID()
  const stream = await openEventStream(url, token)
  await bed.operation('things.makeThings', '{"name":"a"}', { 'sluice-call-id': callId })
  const told = await stream.next(({ kind }) => kind === 'progress')
  expect(told).toEqual({ kind: 'progress', callId, progress: { done: 1 } })
  await stream.close()
})

test('an event is one line, whatever its text holds', async () => {
  const stream = await openEventStream(url, token)
  const progress = { text: 'one\ntwo\n\ndata: {}' }
  bed.events.publish({ kind: 'progress', callId: 'x', progress })
  expect(await stream.next(() => true)).toEqual({ kind: 'progress', callId: 'x', progress })
  await stream.close()
})

test('who leaves is forgotten', async () => {
  const before = await openEventStream(url, token)
  const after = await openEventStream(url, token)
  await before.close()
  await bed.operation('things.changeThing', '{"name":"log"}')
  await after.next(({ kind }) => kind === 'changed')
  expect(before.events).toEqual([])
  await after.close()
})

test('nobody listens without the token', async () => {
  await expect(openEventStream(url, 'wrong')).rejects.toThrow('HTTP 401')
})
