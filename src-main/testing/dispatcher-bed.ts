import type { BackendEvent } from '../../src-shared/contract/events.ts'
import { encodeReply } from '../../src-shared/contract/wire.ts'
import { Dispatcher, type Execution } from '../rpc/dispatcher.ts'
import { EventBus } from '../rpc/event-bus.ts'
import { InProcessTransport } from '../rpc/in-process-transport.ts'
import { MemoryLog } from './memory-log.ts'
import { testContract } from './test-contract.ts'

/** A dispatcher of {@link testContract}, and what it told. */
export interface DispatcherBed {
  dispatcher: Dispatcher
  transport: InProcessTransport
  events: EventBus
  told: BackendEvent[]
  log: MemoryLog
}

/**
 * Makes a dispatcher.
 *
 * @param model - does every operation; what it gives is checked against the contract.
 */
export function dispatcherBed(
  model: (execution: Execution) => unknown = () => ({ name: 'it' }),
): DispatcherBed {
  const log = new MemoryLog()
  const events = new EventBus()
  const told: BackendEvent[] = []
  events.subscribe((event) => told.push(event))
  const dispatcher = new Dispatcher({
    contract: testContract,
    events,
    log,
    execute: async (execution) => {
      const value = execution.operation.output.parse(await model(execution))
      return encodeReply({ ok: true, value })
    },
  })
  return { dispatcher, transport: new InProcessTransport(dispatcher), events, told, log }
}

/** A promise that never comes true, and fails when the signal fires. */
export function untilStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
