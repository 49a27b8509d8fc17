import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BackendEvent } from '../../src-shared/contract/events.ts'
import type { Reply } from '../../src-shared/contract/wire.ts'
import { createApi } from './api.ts'
import { followChanges } from './live-changes.ts'
import { setLivePaused } from './live-pause.ts'
import { createQueryClient } from './query-client.ts'

interface Bed {
  /** Names of the operations that were called, in order. */
  calls: string[]
  tell: (event: BackendEvent) => void
  end: () => void
}

/** A page that shows the flows and the limits; each answer takes `took` milliseconds. */
async function showFlowsAndLimits(took: number): Promise<Bed> {
  const calls: string[] = []
  let listener: (event: BackendEvent) => void = () => {}
  const transport = {
    call: async (operation: string): Promise<Reply> => {
      calls.push(operation)
      await new Promise((resolve) => setTimeout(resolve, took))
      return { ok: true, value: [] }
    },
    stop: () => {},
    onEvent: (heard: (event: BackendEvent) => void) => {
      listener = heard
      return () => {}
    },
  }
  const client = createQueryClient()
  const api = createApi(transport)
  const end = followChanges(transport, client)
  const shown = [
    new QueryObserver(client, api.flows.readFlows({})).subscribe(() => {}),
    new QueryObserver(client, api.concurrencyLimitsV2.readAllConcurrencyLimits({})).subscribe(
      () => {},
    ),
  ]
  await vi.advanceTimersByTimeAsync(took + 1)
  calls.length = 0
  return {
    calls,
    tell: (event) => listener(event),
    end: () => {
      end()
      for (const hide of shown) hide()
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  setLivePaused(false)
  vi.useRealTimers()
})

test('an own command refreshes at once what reads its topics, and nothing else', async () => {
  const page = await showFlowsAndLimits(5)
  page.tell({ kind: 'changed', by: 'sluice', topics: ['concurrency_limit_v2'] })
  await vi.advanceTimersByTimeAsync(1)
  expect(page.calls).toEqual(['concurrencyLimitsV2.readAllConcurrencyLimits'])
  page.end()
})

test('what another process wrote refreshes everything on screen, once a second at most', async () => {
  const page = await showFlowsAndLimits(5)
  for (let commit = 0; commit < 20; commit += 1) {
    page.tell({ kind: 'changed', by: 'other', topics: null })
    await vi.advanceTimersByTimeAsync(100)
  }
  const flows = page.calls.filter((name) => name === 'flows.readFlows')
  expect(flows.length).toBeGreaterThanOrEqual(1)
  expect(flows.length).toBeLessThanOrEqual(3)
  page.end()
})

test('a query that takes long rests ten times as long', async () => {
  const page = await showFlowsAndLimits(500)
  // The first time tells of the start; the second is what counts.
  page.tell({ kind: 'changed', by: 'other', topics: null })
  await vi.advanceTimersByTimeAsync(1700)
  expect(page.calls).toContain('flows.readFlows')
  page.calls.length = 0
  page.tell({ kind: 'changed', by: 'other', topics: null })
  await vi.advanceTimersByTimeAsync(4000)
  expect(page.calls).toEqual([])
  await vi.advanceTimersByTimeAsync(1500)
  expect(page.calls).toContain('flows.readFlows')
  page.end()
})

test('while paused what others write is not read; own changes are, and the rest when it ends', async () => {
  const page = await showFlowsAndLimits(5)
  setLivePaused(true)
  page.tell({ kind: 'changed', by: 'other', topics: null })
  await vi.advanceTimersByTimeAsync(3000)
  expect(page.calls).toEqual([])
  page.tell({ kind: 'changed', by: 'sluice', topics: ['flow'] })
  await vi.advanceTimersByTimeAsync(10)
  expect(page.calls).toEqual(['flows.readFlows'])
  page.calls.length = 0
  await vi.advanceTimersByTimeAsync(1000)
  setLivePaused(false)
  await vi.advanceTimersByTimeAsync(2000)
  expect(page.calls.toSorted()).toEqual([
    'concurrencyLimitsV2.readAllConcurrencyLimits',
    'flows.readFlows',
  ])
  page.end()
})

test('a pause in which nobody wrote ends without reading', async () => {
  const page = await showFlowsAndLimits(5)
  setLivePaused(true)
  setLivePaused(false)
  await vi.advanceTimersByTimeAsync(2000)
  expect(page.calls).toEqual([])
  page.end()
})

test('what waits for its turn when the pause begins is read when it ends', async () => {
  const page = await showFlowsAndLimits(5)
  page.tell({ kind: 'changed', by: 'other', topics: null })
  await vi.advanceTimersByTimeAsync(10)
  page.calls.length = 0
  page.tell({ kind: 'changed', by: 'other', topics: null })
  setLivePaused(true)
  await vi.advanceTimersByTimeAsync(5000)
  expect(page.calls).toEqual([])
  setLivePaused(false)
  await vi.advanceTimersByTimeAsync(2000)
  expect(page.calls).toHaveLength(2)
  page.end()
})
