import type { BackendEvent } from './events.ts'

/**
 * What the desktop's page has of the program around it, as `window.bridge`. It knows no operation;
 * input and reply are JSON text, as over HTTP, so that the two cannot differ.
 */
export interface Bridge {
  /**
   * Calls an operation.
   *
   * @param callId - a UUID that is new for each call.
   * @returns the encoded envelope.
   */
  call(callId: string, operation: string, input: string): Promise<string>
  /** Stops a call that is under way. */
  stop(callId: string): void
  /** Hears what the backend says unasked, until the function that is given back is called. */
  onEvent(listener: (event: BackendEvent) => void): () => void
  /** The path of a file that was dropped on the page; empty for one that lies nowhere. */
  pathOf(file: object): string
}
