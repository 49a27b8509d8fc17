import { stat } from 'node:fs/promises'
import type { Operation } from '../../src-shared/contract/operation.ts'
import type { Reopening, SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import type { ReplyText, WireError } from '../../src-shared/contract/wire.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { ChangeWatch, type Seen } from './change-watch.ts'
import type { LaneCall } from './lane.ts'
import { openFile, type OpenFile, type OpenFileOptions } from './open-file.ts'
import type { DatabasePlace, WatchedLook } from './pool.ts'
import { fileStamp, ReturnWatch } from './return-watch.ts'

/** What a session knows of itself; whether a demo is written beside it is the backend's to say. */
export type OpenState = Omit<SessionState, 'demoCall'>

/** What a session tells unasked: its own state changed, or another process wrote. */
export type SessionEvent = 'state' | 'other_commit'

/** What {@link Session} needs to know. */
export interface SessionOptions extends OpenFileOptions {
  /** The user's choice; a file may also have to be read-only. */
  readOnly: boolean
  onEvent: (event: SessionEvent) => void
}

/** For how long the file is taken to be the one that was opened, in milliseconds. */
const checkedFor = 500

/**
 * One open database. It opens by itself; a call waits for that. A file that cannot be opened, is
 * replaced, or is migrated under us is looked at again when the next call comes, and unasked while
 * somebody watches.
 */
export class Session {
  readonly #options: SessionOptions
  #opening: Promise<OpenFile>
  #open: OpenFile | undefined
  #watch: ChangeWatch | ReturnWatch | undefined
  #error: WireError | null = null
  #stamp = ''
  /** What was opened last; stays while the file is away. */
  #last: { identity: string; revision: string } | undefined
  #reopened: Reopening | null = null
  #size: number | null = null
  #checkedAt = 0
  #lastOtherCommit: string | null = null
  #watched = false
  #closed = false

  constructor(options: SessionOptions) {
    this.#options = options
    this.#opening = this.#start()
    // Whoever calls is told of a failure; nobody has called yet.
    this.#opening.catch(() => {})
  }

  /** Resolves when the file is open, or it is known why not. */
  async settled(): Promise<void> {
    await this.#opening.catch(() => {})
  }

  /** What the screen shows of the session. */
  state(): OpenState {
    const open = this.#open
    return {
      path: this.#options.path,
      access: open ? (this.#readOnlyReason() === null ? 'read_write' : 'read_only') : 'closed',
      readOnlyByChoice: this.#options.readOnly,
      schema: open?.verdict.schema ?? null,
      reason: open ? (this.#readOnlyReason() ?? open.verdict.reason) : null,
      error: this.#error,
      copied: open?.copied ?? false,
      size: open ? this.#size : null,
      lastOtherCommit: this.#lastOtherCommit,
      reopened: this.#reopened,
    }
  }

  /**
   * Runs an operation of the database, its input parsed.
   *
   * @throws `read_only` for what needs the writer where there is none; what opening threw, while
   * the file cannot be opened.
   */
  async run(operation: Operation, call: LaneCall): Promise<ReplyText> {
    const place = operation.on as DatabasePlace
    const open = await this.#current(place === 'writer')
    if (place === 'writer') {
      const reason = this.#readOnlyReason()
      if (reason !== null) throw new AppError('read_only', reason)
    }
    try {
      return await open.pool.run(place, call)
    } catch (error) {
      if (place === 'writer' && isMigrated(error) && this.#open === open) this.#reopen()
      throw error
    }
  }

  /** Watches the file for others' commits, or ceases to: nobody looks at a window that is hidden. */
  setWatched(watched: boolean): void {
    this.#watched = watched
    this.#watch?.stop()
    this.#watch = undefined
    if (!watched || this.#closed) return
    if (this.#open) {
      const { pool } = this.#open
      this.#watch = new ChangeWatch(
        async () => (await this.#current(false)).pool.look(),
        (look, seen) => this.#seen(look, seen),
        { last: pool.firstLook, isUnmoved: (look) => pool.isUnmoved(look) },
      )
    } else if (this.#error) {
      this.#watch = new ReturnWatch({
        path: this.#options.path,
        stamp: this.#stamp,
        anyway: this.#error.code === 'database_busy',
        onChange: () => this.#reopen(),
      })
    }
  }

  /** Ends the session and its processes. */
  close(): void {
    this.#closed = true
    this.#leave()
  }

  #readOnlyReason(): string | null {
    const open = this.#open
    if (!open) return null
    if (open.copied) {
      return 'SQLite cannot open the file where it lies, so a copy of it is shown, for reading only'
    }
    if (!open.verdict.writable) return open.verdict.reason
    if (open.check.readOnlyReason !== null) return open.check.readOnlyReason
    return this.#options.readOnly ? 'Opened for reading only, by choice' : null
  }

  async #start(): Promise<OpenFile> {
    const before = this.#error
    this.#stamp = await fileStamp(this.#options.path)
    try {
      const open = await openFile(this.#options)
      this.#opened(open)
      this.#options.onEvent('state')
      return open
    } catch (error) {
      this.#error = asWireError(error)
      this.setWatched(this.#watched)
      // A further try that failed for the same reason is no news.
      if (this.#error.message !== before?.message) this.#options.onEvent('state')
      throw error
    } finally {
      this.#checkedAt = Date.now()
    }
  }

  #opened(open: OpenFile): void {
    const { identity, size } = open.check
    const { revision } = open.verdict.schema
    const why = this.#whyOpenedAnew(identity, revision)
    this.#reopened = why ? { why, at: timestampNow() } : this.#reopened
    this.#last = { identity, revision }
    this.#open = open
    this.#error = null
    this.#size = size
    if (this.#closed) open.pool.close()
    else this.setWatched(this.#watched)
  }

  #whyOpenedAnew(identity: string, revision: string): Reopening['why'] | null {
    if (!this.#last) return null
    if (this.#last.identity !== identity) return 'replaced'
    if (this.#last.revision !== revision) return 'migrated'
    return this.#error ? 'returned' : null
  }

  /** The open file, opened anew if it is no longer the one that lies there. */
  async #current(always: boolean): Promise<OpenFile> {
    const opening = this.#opening
    const open = await opening.catch(() => undefined)
    if (!always && Date.now() - this.#checkedAt < checkedFor) return await opening
    this.#checkedAt = Date.now()
    if (open && (await this.#isSameFile(open))) return open
    // Another call may have come first.
    if (this.#opening === opening) this.#reopen()
    return await this.#opening
  }

  #reopen(): void {
    this.#leave()
    this.#opening = this.#start()
    this.#opening.catch(() => {})
  }

  async #isSameFile(open: OpenFile): Promise<boolean> {
    if (this.#open !== open) return false
    const found = await stat(this.#options.path).catch(() => undefined)
    if (found) this.#size = found.size
    return found !== undefined && `${found.dev}:${found.ino}` === open.check.identity
  }

  #seen(look: WatchedLook, seen: Seen): void {
    if (look.revision !== this.#open?.verdict.schema.revision) this.#reopen()
    if (seen === 'commit') this.#lastOtherCommit = timestampNow()
    this.#options.onEvent('other_commit')
  }

  #leave(): void {
    this.#watch?.stop()
    this.#open?.pool.close()
    this.#watch = undefined
    this.#open = undefined
  }
}

/** What a process says that found another revision than the one that was judged. */
function isMigrated(error: unknown): boolean {
  return error instanceof AppError && error.code === 'schema_unsupported'
}

function timestampNow(): string {
  return new Date().toISOString().replace('Z', '000Z')
}

function asWireError(error: unknown): WireError {
  if (error instanceof AppError) {
    return { code: error.code, message: error.message, details: error.details }
  }
  return { code: 'internal', message: 'Opening the file failed' }
}
