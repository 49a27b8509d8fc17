import type { ReplyText } from '../../src-shared/contract/wire.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { ProcessEnded, type DatabaseProcess } from './database-process.ts'
import { deferred, type Deferred } from './deferred.ts'

/** One call on its way to a database process; its input is parsed. */
export interface LaneCall {
  operation: string
  input: unknown
  signal: AbortSignal
  onProgress?: ((progress: unknown) => void) | undefined
}

interface Job extends Deferred<ReplyText> {
  call: LaneCall
  /** The number under which the process works on it; null while it waits. */
  runningAs: number | null
  tries: number
}

interface LaneOptions {
  /** Gives a process, a warm one if there is one. */
  start: () => DatabaseProcess
  /** A reader is killed to stop its statement. The writer never is: it works in short parts. */
  killable: boolean
}

/** A query that ended its process is not tried on a third one. */
const mostTries = 2

function cancelled(): AppError {
  return new AppError('cancelled', 'Stopped')
}

/** A queue before one database process: one call at a time, each of which can be stopped. */
export class Lane {
  readonly #options: LaneOptions
  readonly #waiting: Job[] = []
  #process: DatabaseProcess | undefined
  #current: Job | undefined
  #closed = false

  constructor(options: LaneOptions) {
    this.#options = options
  }

  /** The lane's process, started if there is none. */
  process(): DatabaseProcess {
    if (!this.#process || this.#process.ended) this.#process = this.#options.start()
    return this.#process
  }

  /** The lane's process if it has one that lives. */
  livingProcess(): DatabaseProcess | undefined {
    return this.#process?.ended ? undefined : this.#process
  }

  /** Runs one call after those before it; `cancelled` at once when its signal fires. */
  async run(call: LaneCall): Promise<ReplyText> {
    if (call.signal.aborted) throw cancelled()
    if (this.#closed) throw new ProcessEnded()
    const job: Job = { ...deferred<ReplyText>(), call, runningAs: null, tries: 0 }
    const stop = (): void => this.#stop(job)
    call.signal.addEventListener('abort', stop, { once: true })
    this.#waiting.push(job)
    this.#next()
    try {
      return await job.promise
    } finally {
      call.signal.removeEventListener('abort', stop)
    }
  }

  /** Ends the process at once; whoever waits is told so. */
  close(): void {
    this.#closed = true
    this.#process?.kill()
    for (const job of this.#waiting.splice(0)) job.reject(new ProcessEnded())
  }

  #next(): void {
    if (this.#current || this.#closed) return
    this.#current = this.#waiting.shift()
    if (this.#current) void this.#work(this.#current)
  }

  async #work(job: Job): Promise<void> {
    const process = this.process()
    job.tries += 1
    try {
      await process.opened()
      if (job.call.signal.aborted) throw cancelled()
      const { id, reply } = process.run(job.call)
      job.runningAs = id
      job.resolve(await reply)
    } catch (error) {
      if (this.#mayTryAgain(job, error)) this.#waiting.unshift(job)
      else job.reject(error as Error)
    }
    job.runningAs = null
    if (this.#current === job) this.#current = undefined
    this.#next()
  }

  #mayTryAgain(job: Job, error: unknown): boolean {
    const again = this.#options.killable && error instanceof ProcessEnded && job.tries < mostTries
    return again && !job.call.signal.aborted && !this.#closed
  }

  #stop(job: Job): void {
    const waitingAt = this.#waiting.indexOf(job)
    if (waitingAt >= 0) {
      this.#waiting.splice(waitingAt, 1)
      job.reject(cancelled())
    } else if (job.runningAs === null) {
      job.reject(cancelled())
    } else if (this.#options.killable) {
      job.reject(cancelled())
      this.#process?.kill()
    } else {
      this.#process?.stop(job.runningAs)
    }
  }
}
