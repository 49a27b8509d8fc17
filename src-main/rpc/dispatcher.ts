import type { Contract, Operation } from '../../src-shared/contract/operation.ts'
import { encodeReply, type ReplyText } from '../../src-shared/contract/wire.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import type { Log } from '../log/logger.ts'
import type { EventBus } from './event-bus.ts'
import { invalidInput, toWireError } from './wire-error.ts'

/** A call as a transport hands it over: nothing of it has been checked. */
export interface Call {
  /** A UUID that the caller made for this call alone. */
  callId: string
  /** `area.operation`. */
  operation: string
  input: unknown
}

/** A call whose name is known and whose input is parsed. */
export interface Execution {
  callId: string
  name: string
  operation: Operation
  input: unknown
  signal: AbortSignal
  onProgress: (progress: unknown) => void
}

/** Does what was asked; the answer is checked against the contract and encoded where it is made. */
export type Execute = (execution: Execution) => Promise<ReplyText>

interface DispatcherOptions {
  contract: Contract
  execute: Execute
  events: EventBus
  log: Log
}

interface Running {
  name: string
  operation: Operation
  callId: string
}

interface UnderWay {
  operation: Operation
  controller: AbortController
}

/** A call that takes longer is logged, in milliseconds. */
const slowCall = 1000

/**
 * The one way from a transport to a model: checks the name, parses the input, runs, and answers
 * with an envelope. It never throws.
 */
export class Dispatcher {
  readonly #operations: ReadonlyMap<string, Operation>
  readonly #options: DispatcherOptions
  readonly #running = new Map<string, UnderWay>()
  #closing = false
  #onLastWrite: () => void = () => {}

  constructor(options: DispatcherOptions) {
    this.#options = options
    this.#operations = operationsByName(options.contract)
  }

  /** Answers a call. */
  async call(call: Call): Promise<ReplyText> {
    const began = performance.now()
    try {
      return await this.#run(call)
    } catch (thrown) {
      const { log } = this.#options
      const known = this.#operations.has(call.operation)
      const error = toWireError(thrown, known ? call.operation : 'unknown', log)
      return encodeReply({ ok: false, error })
    } finally {
      const milliseconds = Math.round(performance.now() - began)
      if (milliseconds > slowCall) {
        this.#options.log.info('slow', { operation: call.operation, milliseconds })
      }
    }
  }

  /** Stops a call that is under way; false if there is none of that id. */
  stop(callId: string): boolean {
    const running = this.#running.get(callId)
    running?.controller.abort()
    return running !== undefined
  }

  /** True while something is under way that may write to the database. */
  get writing(): boolean {
    return [...this.#running.values()].some(
      ({ operation: { kind, on } }) => kind !== 'query' && on === 'writer',
    )
  }

  /**
   * Takes no more calls, stops what can be stopped, and resolves when the last command has ended:
   * what a user has asked for is not lost because the window closes.
   */
  async finish(): Promise<void> {
    this.#closing = true
    for (const { operation, controller } of this.#running.values()) {
      if (operation.kind !== 'command') controller.abort()
    }
    if (this.writing) await new Promise<void>((resolve) => (this.#onLastWrite = resolve))
  }

  async #run({ callId, operation: name, input }: Call): Promise<ReplyText> {
    if (this.#closing) throw new AppError('cancelled', 'Sluice is closing')
    const operation = this.#operations.get(name)
    if (!operation) throw new AppError('not_found', 'There is no such operation')
    if (this.#running.has(callId)) {
      throw new AppError('conflict', 'A call of this id is under way already')
    }
    const parsed = operation.input.safeParse(input)
    if (!parsed.success) throw invalidInput(parsed.error)
    const controller = new AbortController()
    this.#running.set(callId, { operation, controller })
    try {
      return await this.#options.execute({
        callId,
        name,
        operation,
        input: parsed.data,
        signal: controller.signal,
        onProgress: (progress) => this.#publishProgress({ name, operation, callId }, progress),
      })
    } finally {
      this.#running.delete(callId)
      this.#publishChanges(operation, parsed.data)
      if (!this.writing) this.#onLastWrite()
    }
  }

  /** After a failure too: what a failed command did is not known here. */
  #publishChanges(operation: Operation, input: unknown): void {
    if (operation.kind === 'query') return
    const topics = [...operation.changes(input)]
    this.#options.events.publish({ kind: 'changed', topics, by: 'sluice' })
  }

  /** A report that breaks the contract is a bug, but none that ends the work. */
  #publishProgress({ name, operation, callId }: Running, progress: unknown): void {
    if (operation.kind !== 'task') return
    const { events, log } = this.#options
    const parsed = operation.progress.safeParse(progress)
    if (parsed.success) events.publish({ kind: 'progress', callId, progress: parsed.data as never })
    else log.error('progress', { operation: name, stack: parsed.error.stack ?? '' })
  }
}

/** A map, so that no name reaches what an object inherits. */
function operationsByName(contract: Contract): ReadonlyMap<string, Operation> {
  return new Map(
    Object.entries(contract).flatMap(([area, operations]) =>
      Object.entries(operations).map(
        ([name, operation]) => [`${area}.${name}`, operation] as const,
      ),
    ),
  )
}
