import type { Query, QueryClient } from '@tanstack/react-query'
import { contract } from '../../src-shared/contract/contract.ts'
import type { Operation } from '../../src-shared/contract/operation.ts'
import type { Topic } from '../../src-shared/contract/topics.ts'
import type { Transport } from './transport.ts'

/** What is on screen is read again at most this often, in milliseconds. */
const shortestPause = 1000

function isStale(query: Query, topics: ReadonlySet<Topic> | null): boolean {
  const [area, name, input] = query.queryKey as [keyof typeof contract, string, never]
  const operations: Readonly<Record<string, Operation>> = contract[area]
  const operation = operations[name]
  if (operation?.kind !== 'query') return false
  return topics === null || operation.reads(input).some((topic) => topics.has(topic))
}

/**
 * Reads again what is on screen when it has changed: own commands and those of other windows by
 * their topics, what other processes wrote at most once a second.
 *
 * @returns a function that ends it.
 */
export function followChanges(transport: Transport, client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = (topics: readonly Topic[] | null): void => {
    const changed = topics === null ? null : new Set(topics)
    void client.invalidateQueries({ predicate: (query) => isStale(query, changed) })
  }
  const refreshSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      refresh(null)
    }, shortestPause)
  }
  const end = transport.onEvent((event) => {
    if (event.kind === 'session') refresh(['session'])
    if (event.kind !== 'changed') return
    if (event.by === 'other') refreshSoon()
    else refresh(event.topics)
  })
  return () => {
    clearTimeout(timer)
    end()
  }
}
