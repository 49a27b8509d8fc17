import { useSyncExternalStore } from 'react'

/** Progress of tasks that are long over is forgotten beyond this number. */
const mostKept = 16

const progressOf = new Map<string, unknown>()
const listeners = new Set<() => void>()

/** Notes how far a task is, whoever began it. */
export function noteProgress(callId: string, progress: unknown): void {
  progressOf.delete(callId)
  progressOf.set(callId, progress)
  const [oldest] = progressOf.keys()
  if (progressOf.size > mostKept && oldest !== undefined) progressOf.delete(oldest)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What a task of this call id last told; undefined before it told anything. */
export function useTaskProgress(callId: string | null): unknown {
  return useSyncExternalStore(subscribe, () =>
    callId === null ? undefined : progressOf.get(callId),
  )
}
