import { expect, test, vi } from 'vitest'
import type { Bridge } from '../../src-shared/contract/bridge.ts'
import type { BackendEvent } from '../../src-shared/contract/events.ts'
import { bridgeTransport } from './bridge-transport.ts'

function bridgeBed(call: Bridge['call'] = () => Promise.resolve('{"ok":true,"value":1}')) {
  const listeners = new Set<(event: BackendEvent) => void>()
  const bridge = {
    call: vi.fn<Bridge['call']>(call),
    stop: vi.fn<Bridge['stop']>(),
    onEvent: (listener: (event: BackendEvent) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    pathOf: () => '',
  }
  const tell = (event: unknown): void => listeners.forEach((hear) => hear(event as BackendEvent))
  return { bridge, tell, listeners, transport: bridgeTransport(bridge) }
}

test('input and reply go over as JSON text, under a new id each time', async () => {
  const { bridge, transport } = bridgeBed()
  expect(await transport.call('flows.readFlow', { id: 'a', not: undefined })).toEqual({
    ok: true,
    value: 1,
  })
  await transport.call('flows.readFlow', {})
  const [[first, name, input] = [], [second] = []] = bridge.call.mock.calls
  expect([name, input]).toEqual(['flows.readFlow', '{"id":"a"}'])
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect(second).not.toBe(first)
})

test('a signal that fires stops the call of its id, and no other later', async () => {
  let answer: (text: string) => void = () => {}
  const { bridge, transport } = bridgeBed(() => new Promise((resolve) => (answer = resolve)))
  const controller = new AbortController()
  const reply = transport.call('flows.readFlows', {}, controller.signal)
  controller.abort()
  expect(bridge.stop).toHaveBeenCalledExactlyOnceWith(bridge.call.mock.calls[0]?.[0])
  answer('{"ok":false,"error":{"code":"cancelled","message":"Stopped"}}')
  expect(await reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
})

test('a signal that has fired already makes no call', async () => {
  const { bridge, transport } = bridgeBed()
  const fired = AbortSignal.abort(new Error('left'))
  await expect(transport.call('flows.readFlows', {}, fired)).rejects.toThrow('left')
  expect(bridge.call).not.toHaveBeenCalled()
})

test('events of the contract are heard, until one no longer listens', () => {
  const { tell, listeners, transport } = bridgeBed()
  const heard: BackendEvent[] = []
  const end = transport.onEvent((event) => heard.push(event))
  tell({ kind: 'changed', topics: ['flow'], by: 'sluice' })
  tell({ kind: 'unknown' })
  tell(null)
  end()
  expect(heard).toEqual([{ kind: 'changed', topics: ['flow'], by: 'sluice' }])
  expect(listeners.size).toBe(0)
})
