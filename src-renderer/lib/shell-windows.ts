import { useSyncExternalStore } from 'react'

/** What can be open above every screen. */
export type ShellWindow = 'palette' | 'keys'

const listeners = new Set<() => void>()
let open: ShellWindow | null = null

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens one of them, in the place of another; null closes it. */
export function setShellWindow(next: ShellWindow | null): void {
  open = next
  for (const listener of listeners) listener()
}

/** Which of them is open. */
export function useShellWindow(): ShellWindow | null {
  return useSyncExternalStore(subscribe, () => open)
}
