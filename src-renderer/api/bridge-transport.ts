import type { Bridge } from '../../src-shared/contract/bridge.ts'
import { backendEvent } from '../../src-shared/contract/events.ts'
import type { Reply } from '../../src-shared/contract/wire.ts'
import type { Transport } from './transport.ts'

/** The desktop host's transport. */
export function bridgeTransport(bridge: Bridge): Transport {
  return {
    call: async (operation, input, signal) => {
      signal?.throwIfAborted()
      const callId = crypto.randomUUID()
      const stop = (): void => bridge.stop(callId)
      signal?.addEventListener('abort', stop, { once: true })
      try {
        return JSON.parse(await bridge.call(callId, operation, JSON.stringify(input))) as Reply
      } finally {
        signal?.removeEventListener('abort', stop)
      }
    },
    stop: (callId) => bridge.stop(callId),
    onEvent: (listener) =>
      bridge.onEvent((told) => {
        const event = backendEvent.safeParse(told)
        if (event.success) listener(event.data)
      }),
  }
}
