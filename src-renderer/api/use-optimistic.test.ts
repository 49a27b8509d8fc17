import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { sendingOf, underWay, withChanges } from './use-optimistic.ts'

type Value = Readonly<Record<string, number>>

const merge = (before: Value, change: Value): Value => ({ ...before, ...change })

/** A host that keeps a value, and answers when it is told to. */
function hostBed() {
  const client = new QueryClient()
  const host: { kept: Value; sent: Value[]; fails: boolean } = { kept: {}, sent: [], fails: false }
  let answer: () => void = () => {}
  const query = { queryKey: ['app', 'kept', {}], queryFn: () => Promise.resolve(host.kept) }
  // What is on screen is read again; what is not would not be.
  new QueryObserver(client, query).subscribe(() => {})
  const send = async (change: Value): Promise<Value> => {
    host.sent.push(change)
    await new Promise<void>((resolve) => (answer = resolve))
    if (host.fails) throw new Error('no')
    host.kept = { ...host.kept, ...change }
    return host.kept
  }
  const shownOf = (owner: string): Value => {
    const filters = { mutationKey: query.queryKey, status: 'pending' as const }
    const changes = client
      .getMutationCache()
      .findAll(filters)
      .map(underWay<Value>)
    return withChanges(client.getQueryData<Value>(query.queryKey) ?? {}, changes, { owner, merge })
  }
  const change = (owner: string, value: Value): void => {
    const observer = new MutationObserver(client, sendingOf(client, { query, send, owner }))
    observer.mutate(value).catch(() => {})
  }
  const settle = async (): Promise<void> => {
    answer()
    await vi.waitFor(() => expect(client.isMutating()).toBeLessThan(host.sent.length))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { host, shownOf, change, settle }
}

test('two changes at once show together, are sent in their order, and both are kept', async () => {
  const { host, shownOf, change, settle } = hostBed()
  change('a', { flows: 1 })
  change('a', { runs: 2, flows: 3 })
  expect(shownOf('a')).toEqual({ flows: 3, runs: 2 })
  await vi.waitFor(() => expect(host.sent).toEqual([{ flows: 1 }]))
  await settle()
  expect(shownOf('a')).toEqual({ flows: 3, runs: 2 })
  await settle()
  expect(host.sent).toEqual([{ flows: 1 }, { runs: 2, flows: 3 }])
  expect([shownOf('a'), host.kept]).toEqual([
    { flows: 3, runs: 2 },
    { flows: 3, runs: 2 },
  ])
})

test('a change of another owner does not show', async () => {
  const { shownOf, change } = hostBed()
  change('a', { flows: 1 })
  expect(shownOf('a')).toEqual({ flows: 1 })
  expect(shownOf('b')).toEqual({})
})

test('a change that fails goes from sight, and the next one is made', async () => {
  const { host, shownOf, change, settle } = hostBed()
  host.fails = true
  change('a', { flows: 1 })
  await vi.waitFor(() => expect(host.sent).toHaveLength(1))
  await settle()
  expect(shownOf('a')).toEqual({})
  host.fails = false
  change('a', { runs: 2 })
  await vi.waitFor(() => expect(host.sent).toHaveLength(2))
  await settle()
  expect(host.kept).toEqual({ runs: 2 })
})
