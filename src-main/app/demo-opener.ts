import type { WireError } from '../../src-shared/contract/wire.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import type { Log } from '../log/logger.ts'
import { toWireError } from '../rpc/wire-error.ts'
import type { DemoFolder } from './demo-folder.ts'
import type { DemoWish, HostTask, OpenRequest } from './host-model.ts'

/** What {@link DemoOpener} needs to know. */
export interface DemoOpenerOptions {
  demos: DemoFolder
  log: Log
  open: (request: OpenRequest) => Promise<unknown>
  /** Called when {@link DemoOpener.call} or {@link DemoOpener.error} changed. */
  onChange: () => void
}

/** Opens a demo, one at a time: that of today, or one that it has written first. */
export class DemoOpener {
  readonly #options: DemoOpenerOptions
  #call: string | null = null
  #error: WireError | null = null
  #work: Promise<void> = Promise.resolve()

  constructor(options: DemoOpenerOptions) {
    this.#options = options
  }

  /** The call that is under way. */
  get call(): string | null {
    return this.#call
  }

  /** Why the last call failed, unless it was stopped. */
  get error(): WireError | null {
    return this.#error
  }

  /** Resolves when nothing is under way, and what was stopped has cleared away behind itself. */
  async idle(): Promise<void> {
    await this.#work.catch(() => {})
  }

  /** The failure is no longer of interest. */
  forgetError(): void {
    this.#error = null
  }

  /** @throws `conflict` while another call is under way; what writing threw. */
  async open(wish: DemoWish, task: HostTask): Promise<void> {
    if (this.#call !== null) throw new AppError('conflict', 'The demo is being written already')
    this.#call = task.callId
    this.#error = null
    this.#options.onChange()
    this.#work = this.#open(wish, task)
    try {
      await this.#work
    } catch (thrown) {
      if (task.signal.aborted) throw thrown
      this.#error = toWireError(thrown, 'app.openDemo', this.#options.log)
      const { code, message, details } = this.#error
      throw new AppError(code, message, details)
    } finally {
      this.#call = null
      this.#options.onChange()
    }
  }

  async #open({ readOnly, anew }: DemoWish, task: HostTask): Promise<void> {
    const { demos, open } = this.#options
    const written = anew ? null : await demos.newest()
    const path = written ?? (await demos.write(task))
    await open({ path, readOnly })
  }
}
