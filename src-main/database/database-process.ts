import type { ReplyText } from '../../src-shared/contract/wire.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { deferred, type Deferred } from './deferred.ts'
import type { ProcessHandle, SpawnProcess } from './forked-process.ts'
import type { FromProcess, Look, OpenRequest } from './process-messages.ts'
import type { SchemaVerdict } from './schema-verdict.ts'
import { fromSentError } from './sent-error.ts'

/** SQLite could not open the file where it lies; a copy of it may do. */
export class CannotOpenHere extends AppError {
  constructor({ code, message, details }: AppError) {
    super(code, message, details)
  }
}

/** The process ended while it was working; nobody knows how far it came. */
export class ProcessEnded extends AppError {
  constructor() {
    const sentence = 'The process that held the database ended unexpectedly'
    super('database_unavailable', sentence, { fault: 'process_ended' })
  }
}

interface Waiting {
  resolve(value: ReplyText | Look): void
  reject(error: Error): void
  onProgress?: ((progress: unknown) => void) | undefined
}

/** The main process's side of one database process: opens, asks, and hears of its end. */
export class DatabaseProcess {
  readonly #handle: ProcessHandle
  readonly #waiting = new Map<number, Waiting>()
  readonly #opening: Deferred<SchemaVerdict>
  #lastId = 0
  #ended = false

  constructor(spawn: SpawnProcess, request: OpenRequest) {
    this.#opening = deferred()
    // A failure to open is told to whoever asks; it must not count as unhandled before.
    this.#opening.promise.catch(() => {})
    this.#handle = spawn()
    this.#handle.onMessage((message) => this.#receive(message))
    this.#handle.onExit(() => this.#end())
    this.#handle.send({ kind: 'open', ...request })
  }

  /** True once the process is gone or going. */
  get ended(): boolean {
    return this.#ended
  }

  /** What the process found when it opened the file. */
  opened(): Promise<SchemaVerdict> {
    return this.#opening.promise
  }

  /**
   * Runs an operation whose input is parsed.
   *
   * @returns the encoded envelope; its number is for {@link stop}.
   */
  run(call: {
    operation: string
    input: unknown
    onProgress?: ((progress: unknown) => void) | undefined
  }): { id: number; reply: Promise<ReplyText> } {
    const id = ++this.#lastId
    const { operation, input, onProgress } = call
    const reply = this.#ask<ReplyText>(id, onProgress)
    this.#handle.send({ kind: 'run', id, operation, input })
    return { id, reply }
  }

  /** Tells a running task to stop after its present part. */
  stop(id: number): void {
    this.#handle.send({ kind: 'stop', id })
  }

  /** Asks whether another connection committed. */
  look(): Promise<Look> {
    const id = ++this.#lastId
    const look = this.#ask<Look>(id)
    this.#handle.send({ kind: 'look', id })
    return look
  }

  /** Ends the process at once; whoever waits is told {@link ProcessEnded}. */
  kill(): void {
    this.#handle.kill()
    this.#end()
  }

  async #ask<T extends ReplyText | Look>(
    id: number,
    onProgress?: (progress: unknown) => void,
  ): Promise<T> {
    if (this.#ended) throw new ProcessEnded()
    const { promise, resolve, reject } = deferred<ReplyText | Look>()
    this.#waiting.set(id, { resolve, reject, onProgress })
    return (await promise) as T
  }

  #receive(message: FromProcess): void {
    if (message.kind === 'opened') return this.#opening.resolve(message.verdict)
    if (message.kind === 'unopened') {
      const error = fromSentError(message.error)
      const here = message.cannotOpen && error instanceof AppError
      this.#opening.reject(here ? new CannotOpenHere(error) : error)
      // It is of no use; the next call tries with a new one.
      return this.kill()
    }
    const waiting = this.#waiting.get(message.id)
    if (!waiting) return
    if (message.kind === 'progress') return waiting.onProgress?.(message.progress)
    this.#waiting.delete(message.id)
    if (message.kind === 'reply') waiting.resolve(message.text)
    else if (message.kind === 'looked') waiting.resolve(message.look)
    else waiting.reject(fromSentError(message.error))
  }

  #end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#opening.reject(new ProcessEnded())
    for (const waiting of this.#waiting.values()) waiting.reject(new ProcessEnded())
    this.#waiting.clear()
  }
}
