import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { currentConnection, setConnection } from './connection.ts'
import { hearHost } from './host-events.ts'

/** As a browser's, of which the test says what happens. */
class FakeSource extends EventTarget {
  static last: FakeSource | undefined
  static made = 0
  closed = false

  constructor() {
    super()
    FakeSource.last = this
    FakeSource.made += 1
  }

  close(): void {
    this.closed = true
  }
}

let answer: () => Promise<Partial<Response>>
let end: () => void
const heard: unknown[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeSource)
  vi.stubGlobal('fetch', () => answer())
  FakeSource.made = 0
  heard.length = 0
  end = hearHost((event) => heard.push(event))
  FakeSource.last?.dispatchEvent(new Event('open'))
})

afterEach(() => {
  end()
  setConnection('there')
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function breakLine(next: typeof answer): Promise<void> {
  answer = next
  FakeSource.last?.dispatchEvent(new Event('error'))
  await vi.advanceTimersByTimeAsync(0)
}

const gone = (): Promise<never> => Promise.reject(new TypeError('no'))
const there = (): Promise<Partial<Response>> => Promise.resolve({ ok: true, status: 200 })
const stranger = (): Promise<Partial<Response>> => Promise.resolve({ ok: false, status: 401 })

test('events are heard, and what is none is not', () => {
  const data = JSON.stringify({ kind: 'progress', callId: 'x', progress: 1 })
  FakeSource.last?.dispatchEvent(new MessageEvent('message', { data }))
  FakeSource.last?.dispatchEvent(new MessageEvent('message', { data: '{"kind":"other"}' }))
  expect(heard).toEqual([{ kind: 'progress', callId: 'x', progress: 1 }])
})

test('a host that is gone is asked until it is there again', async () => {
  await breakLine(gone)
  expect(currentConnection()).toBe('lost')
  await vi.advanceTimersByTimeAsync(5000)
  expect([currentConnection(), FakeSource.made]).toEqual(['lost', 1])
  answer = there
  await vi.advanceTimersByTimeAsync(1100)
  expect(FakeSource.made).toBe(2)
  FakeSource.last?.dispatchEvent(new Event('open'))
  expect(currentConnection()).toBe('there')
})

test('a host that was started again does not know this page', async () => {
  await breakLine(stranger)
  expect(currentConnection()).toBe('restarted')
})

test('a line that breaks while the host is there is renewed without a word', async () => {
  await breakLine(there)
  await vi.advanceTimersByTimeAsync(100)
  expect([currentConnection(), FakeSource.made]).toEqual(['there', 2])
})

test('nothing is asked after the end', async () => {
  await breakLine(gone)
  end()
  answer = there
  await vi.advanceTimersByTimeAsync(5000)
  expect([FakeSource.made, FakeSource.last?.closed]).toEqual([1, true])
})
