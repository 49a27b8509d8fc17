import type { Query, QueryClient } from '@tanstack/react-query'
import { contract } from '../../src-shared/contract/contract.ts'
import type { Operation } from '../../src-shared/contract/operation.ts'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import type { Topic } from '../../src-shared/contract/topics.ts'
import { currentConnection, onConnection } from './connection.ts'
import { isLivePaused, onLivePause } from './live-pause.ts'
import { Pace } from './pace.ts'
import { noteProgress } from './task-progress.ts'
import type { Transport } from './transport.ts'

/** What another process wrote is looked for again after this time, in milliseconds. */
const step = 100

function isStale(query: Query, topics: ReadonlySet<Topic> | null): boolean {
  const [area, name, input] = query.queryKey as [keyof typeof contract, string, never]
  const operations: Readonly<Record<string, Operation>> = contract[area]
  const operation = operations[name]
  if (operation?.kind !== 'query') return false
  // What another process wrote is in the database, never in Sluice's own settings.
  if (topics === null) return operation.on !== 'host'
  return operation.reads(input).some((topic) => topics.has(topic))
}

/** Nothing of the database before may be seen once another one is open. */
function forgetFormerDatabase(client: QueryClient, path: string | null): void {
  const session = client.getQueryData<SessionState>(['app', 'session', {}])
  if (session === undefined || session.path === path) return
  const predicate = (query: Query): boolean => isStale(query, null)
  client.removeQueries({ predicate, type: 'inactive' })
  void client.resetQueries({ predicate })
}

/** What happened while there was no line to the host is not known: all is read again. */
function refreshWhenBack(client: QueryClient): () => void {
  let last = currentConnection()
  return onConnection(() => {
    const now = currentConnection()
    if (now === 'there' && last !== 'there') void client.invalidateQueries()
    last = now
  })
}

/**
 * Reads again what is on screen when it has changed: own commands and those of other windows at
 * once, by their topics; what other processes wrote as soon as each query's pace allows, unless that
 * is paused. Forgets what was read when another database is opened, and passes on how far tasks are.
 *
 * @returns a function that ends it.
 */
export function followChanges(transport: Transport, client: QueryClient): () => void {
  const pace = new Pace(client)
  const overdue = new Set<Query>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = (isWanted: (query: Query) => boolean): void =>
    void client.invalidateQueries({ predicate: isWanted })
  const refreshDue = (): void => {
    const due = new Set([...overdue].filter((query) => pace.rest(query) === 0))
    for (const query of due) overdue.delete(query)
    refresh((query) => due.has(query))
    timer = overdue.size > 0 ? setTimeout(refreshDue, step) : undefined
  }
  const endConnection = refreshWhenBack(client)
  const othersWrote = (): void => {
    for (const query of client.getQueryCache().findAll({ type: 'active' })) {
      if (isStale(query, null)) overdue.add(query)
    }
    // What is not on screen is read when it comes to be.
    refresh((query) => !query.isActive() && isStale(query, null))
    timer ??= setTimeout(refreshDue, 0)
  }
  let missed = false
  const endPause = onLivePause(() => {
    if (isLivePaused()) {
      // What is overdue would show what was written since.
      missed ||= overdue.size > 0
      overdue.clear()
    } else if (missed) {
      missed = false
      othersWrote()
    }
  })
  const end = transport.onEvent((event) => {
    if (event.kind === 'progress') noteProgress(event.callId, event.progress)
    if (event.kind === 'session') {
      forgetFormerDatabase(client, event.session.path)
      refresh((query) => isStale(query, new Set(['session'])))
    }
    if (event.kind !== 'changed') return
    if (event.by === 'sluice') {
      // Where nobody knows what, everything: the file was opened anew.
      const topics = event.topics && new Set(event.topics)
      return refresh((query) => isStale(query, topics))
    }
    if (isLivePaused()) missed = true
    else othersWrote()
  })
  return () => {
    clearTimeout(timer)
    end()
    endPause()
    endConnection()
  }
}
