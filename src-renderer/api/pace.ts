import type { Query, QueryClient } from '@tanstack/react-query'

/** What is on screen is read again at most this often, in milliseconds. */
const shortestPause = 1000

/** A query rests this many times as long as it took. */
const restPerWork = 10

interface Timing {
  began: number
  ended: number
  /** In milliseconds; 0 for the first time, which tells of the start and not of the query. */
  took: number
}

/**
 * Knows how long each query took, and so how soon it may be read again because another process
 * wrote: a busy server must not keep a reader at work all the time.
 */
export class Pace {
  readonly #timings = new WeakMap<Query, Timing>()

  constructor(client: QueryClient) {
    client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return
      const { type } = event.action
      if (type === 'fetch') this.#begin(event.query)
      if (type === 'success' || type === 'error') this.#end(event.query)
    })
  }

  /** Milliseconds until a query may be read again; 0 if it may now. */
  rest(query: Query): number {
    const timing = this.#timings.get(query)
    if (!timing || timing.ended === 0) return 0
    const pause = Math.max(shortestPause, restPerWork * timing.took)
    return Math.max(0, timing.ended + pause - performance.now())
  }

  #begin(query: Query): void {
    const before = this.#timings.get(query)
    this.#timings.set(query, { took: 0, ...before, began: performance.now(), ended: 0 })
  }

  #end(query: Query): void {
    const timing = this.#timings.get(query)
    if (!timing) return
    timing.ended = performance.now()
    if (query.state.dataUpdateCount > 1) timing.took = timing.ended - timing.began
  }
}
