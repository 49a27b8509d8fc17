import type { WatchedLook } from './pool.ts'

/** How often the watch looks, in milliseconds. */
export const watchInterval = 500

/** A commit of another process, or a connection that cannot be compared with the one before. */
export type Seen = 'commit' | 'another_connection'

/**
 * Notices that another connection committed. `PRAGMA data_version` moves only then, and costs some
 * microseconds; it cannot be compared between connections, so a change of connection counts as one.
 */
export class ChangeWatch {
  readonly #look: () => Promise<WatchedLook>
  readonly #onChange: (look: WatchedLook, seen: Seen) => void
  readonly #timer: NodeJS.Timeout
  readonly #isUnmoved: (look: WatchedLook) => Promise<boolean>
  #last: WatchedLook | undefined
  #looking = false

  /**
   * @param look - looks at the file that is watched.
   * @param onChange - called with what was seen, at most once an interval.
   * @param from - what was seen before anything was read, and a way to look there once more: a
   * commit between the first reading and the first look must not be missed.
   */
  constructor(
    look: () => Promise<WatchedLook>,
    onChange: (look: WatchedLook, seen: Seen) => void,
    from: {
      last?: WatchedLook | undefined
      isUnmoved?: (look: WatchedLook) => Promise<boolean>
    } = {},
  ) {
    this.#look = look
    this.#onChange = onChange
    this.#last = from.last
    this.#isUnmoved = from.isUnmoved ?? (() => Promise.resolve(false))
    this.#timer = setInterval(() => void this.look(), watchInterval)
    this.#timer.unref()
  }

  /** Looks now; a look that is still under way is not joined by another. */
  async look(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    try {
      const seen = await this.#look()
      const last = this.#last
      this.#last = seen
      if (last?.process === seen.process) {
        if (last.dataVersion !== seen.dataVersion) this.#onChange(seen, 'commit')
      } else if (last && !(await this.#isUnmoved(last))) {
        this.#onChange(seen, 'another_connection')
      }
    } catch {
      // A process that ended in between has a successor at the next look; a file that cannot be
      // read is told by whoever asks it.
    } finally {
      this.#looking = false
    }
  }

  /** Ends the watch. */
  stop(): void {
    clearInterval(this.#timer)
  }
}
