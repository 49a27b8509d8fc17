import { useSyncExternalStore } from 'react'

/**
 * Whether the host hears this page: it does, it does not answer, or it answers but knows this page
 * no more, because it was started again.
 */
export type Connection = 'there' | 'lost' | 'restarted'

let connection: Connection = 'there'
const listeners = new Set<() => void>()

/** Notes what a transport found; the bridge of the desktop app is never lost. */
export function setConnection(found: Connection): void {
  if (found === connection) return
  connection = found
  for (const listener of listeners) listener()
}

/** Calls the listener when it changed, until the function that is given back is called. */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The connection as it is now. */
export function currentConnection(): Connection {
  return connection
}

/** The connection as it is now, for a component. */
export function useConnection(): Connection {
  return useSyncExternalStore(onConnection, currentConnection)
}
