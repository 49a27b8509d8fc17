import type { BackendEvent } from '../../src-shared/contract/events.ts'

/** Hears what the backend says unasked. */
export type EventListener = (event: BackendEvent) => void

/** Carries events to every window and tab that listens. */
export class EventBus {
  readonly #listeners = new Set<EventListener>()
  readonly #onAudience: (anybody: boolean) => void

  /**
   * @param onAudience - called when the first listener comes and when the last one goes.
   */
  constructor(onAudience: (anybody: boolean) => void = () => {}) {
    this.#onAudience = onAudience
  }

  /** Tells everyone. */
  publish(event: BackendEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  /** Listens until the function that is given back is called. */
  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener)
    if (this.#listeners.size === 1) this.#onAudience(true)
    return () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#onAudience(false)
    }
  }
}
