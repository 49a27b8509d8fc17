import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BackendEvent } from '../../src-shared/contract/events.ts'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import type { Reply } from '../../src-shared/contract/wire.ts'
import { createApi, type Api } from './api.ts'
import { setConnection } from './connection.ts'
import { followChanges } from './live-changes.ts'
import { createQueryClient } from './query-client.ts'

let path: string | null
let calls: string[]
let tell: (event: BackendEvent) => void
let client: QueryClient
let api: Api
let end: () => void

function session(): SessionState {
  return {
    path,
    access: path === null ? 'closed' : 'read_write',
    readOnlyByChoice: false,
    schema: null,
    reason: null,
    error: null,
    copied: false,
    size: null,
    lastOtherCommit: null,
    reopened: null,
    demoCall: null,
  }
}

beforeEach(async () => {
  vi.useFakeTimers()
  path = '/a.db'
  calls = []
  const transport = {
    call: async (operation: string): Promise<Reply> => {
      calls.push(operation)
      await new Promise((resolve) => setTimeout(resolve, 5))
      return { ok: true, value: operation === 'app.session' ? session() : [`of ${path}`] }
    },
    stop: () => {},
    onEvent: (listener: typeof tell) => {
      tell = listener
      return () => {}
    },
  }
  client = createQueryClient()
  api = createApi(transport)
  const follows = followChanges(transport, client)
  const shown = [
    new QueryObserver(client, api.app.session({})).subscribe(() => {}),
    new QueryObserver(client, api.app.preferences({})).subscribe(() => {}),
    new QueryObserver(client, api.flows.readFlows({})).subscribe(() => {}),
  ]
  await vi.advanceTimersByTimeAsync(10)
  calls.length = 0
  end = () => {
    follows()
    for (const hide of shown) hide()
  }
})

afterEach(() => {
  end()
  vi.useRealTimers()
})

function flows(input: object = {}): unknown {
  return client.getQueryData(api.flows.readFlows(input).queryKey)
}

test('when another database is opened, nothing of the one before is left', async () => {
  client.setQueryData(api.flows.readFlows({ limit: 1 }).queryKey, [])
  expect(flows()).toEqual(['of /a.db'])
  path = '/b.db'
  tell({ kind: 'session', session: session() })
  expect([flows(), flows({ limit: 1 })]).toEqual([undefined, undefined])
  await vi.advanceTimersByTimeAsync(10)
  expect(flows()).toEqual(['of /b.db'])
  expect(calls.toSorted()).toEqual(['app.session', 'flows.readFlows'])
})

test('when the same one tells of itself, its rows stay on screen', async () => {
  tell({ kind: 'session', session: { ...session(), size: 1 } })
  expect(flows()).toEqual(['of /a.db'])
  await vi.advanceTimersByTimeAsync(10)
  expect(calls).toEqual(['app.session'])
})

test('when it was opened anew, all of it is read again, and old rows stay meanwhile', async () => {
  tell({ kind: 'changed', topics: null, by: 'sluice' })
  expect(flows()).toEqual(['of /a.db'])
  await vi.advanceTimersByTimeAsync(10)
  expect(calls).toEqual(['flows.readFlows'])
})

test('when the host is there again, everything is read again', async () => {
  setConnection('lost')
  await vi.advanceTimersByTimeAsync(10)
  expect(calls).toEqual([])
  setConnection('there')
  await vi.advanceTimersByTimeAsync(10)
  expect(calls.toSorted()).toEqual(['app.preferences', 'app.session', 'flows.readFlows'])
})
