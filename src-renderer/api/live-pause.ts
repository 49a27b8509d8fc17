import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let paused = false

/** True while what other processes write is not shown. */
export function isLivePaused(): boolean {
  return paused
}

/** Pauses or resumes showing what other processes write; own changes are shown all the same. */
export function setLivePaused(next: boolean): void {
  if (next === paused) return
  paused = next
  for (const listener of listeners) listener()
}

/** Hears of each pause and its end; gives a function that ends the hearing. */
export function onLivePause(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** {@link isLivePaused}, for a component. */
export function useLivePaused(): boolean {
  return useSyncExternalStore(onLivePause, isLivePaused)
}
