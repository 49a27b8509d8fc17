import { randomUUID } from 'node:crypto'
import type { Reply } from '../../src-shared/contract/wire.ts'
import type { Dispatcher } from './dispatcher.ts'

/** What a caller of the in-process transport may say of a call. */
export interface InProcessCall {
  callId?: string
}

/** Calls the dispatcher without a wire, through the same JSON as the others. For tests and tools. */
export class InProcessTransport {
  readonly #dispatcher: Dispatcher

  constructor(dispatcher: Dispatcher) {
    this.#dispatcher = dispatcher
  }

  /** Calls an operation and gives its envelope. */
  async call(operation: string, input: unknown, options: InProcessCall = {}): Promise<Reply> {
    const { callId = randomUUID() } = options
    const sent: unknown = JSON.parse(JSON.stringify(input))
    const text = await this.#dispatcher.call({ callId, operation, input: sent })
    return JSON.parse(text) as Reply
  }

  /** Stops a call that is under way. */
  stop(callId: string): boolean {
    return this.#dispatcher.stop(callId)
  }
}
