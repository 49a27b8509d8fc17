import type { BackendEvent } from '../../src-shared/contract/events.ts'
import type { Reply } from '../../src-shared/contract/wire.ts'

/** How the screen speaks with the backend: over HTTP, Electron's bridge, or in process. */
export interface Transport {
  /** Calls an operation; a signal that fires stops it. */
  call(operation: string, input: unknown, signal?: AbortSignal): Promise<Reply>
  /** Stops a call by its id, whoever made it. */
  stop(callId: string): void
  /** Hears events until the function that is given back is called. */
  onEvent(listener: (event: BackendEvent) => void): () => void
}
