import type { Reply } from '../../src-shared/contract/wire.ts'
import type { Fault } from '../../src-shared/errors/app-error.ts'
import { hearHost } from './host-events.ts'
import type { Transport } from './transport.ts'

/** What is said where the backend cannot be reached at all. */
function unreachable(message: string, fault: Fault): Reply {
  return { ok: false, error: { code: 'database_unavailable', message, details: { fault } } }
}

async function call(operation: string, input: unknown, signal?: AbortSignal): Promise<Reply> {
  try {
    const response = await fetch(`/operations/${operation}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sluice-Call-Id': crypto.randomUUID() },
      body: JSON.stringify(input),
      signal: signal ?? null,
    })
    if (response.ok) return (await response.json()) as Reply
    const fault = response.status === 401 || response.status === 403 ? 'not_let_in' : 'no_answer'
    return unreachable((await response.text()).trim(), fault)
  } catch (error) {
    if (signal?.aborted) throw error
    return unreachable('Sluice no longer answers. Start it again', 'no_answer')
  }
}

/** The browser host's transport. */
export const httpTransport: Transport = {
  call,
  // One that cannot be sent has nothing to stop: its host is gone.
  stop: (callId) => void fetch(`/stop/${callId}`, { method: 'POST' }).catch(() => {}),
  onEvent: hearHost,
}
