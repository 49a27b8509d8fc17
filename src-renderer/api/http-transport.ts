import { backendEvent } from '../../src-shared/contract/events.ts'
import type { Reply } from '../../src-shared/contract/wire.ts'
import type { Transport } from './transport.ts'

/** What is said where the backend cannot be reached at all. */
function unreachable(message: string): Reply {
  return { ok: false, error: { code: 'database_unavailable', message } }
}

async function call(operation: string, input: unknown, signal?: AbortSignal): Promise<Reply> {
  try {
    const response = await fetch(`/operations/${operation}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sluice-Call-Id': crypto.randomUUID() },
      body: JSON.stringify(input),
      signal: signal ?? null,
    })
    if (!response.ok) return unreachable((await response.text()).trim())
    return (await response.json()) as Reply
  } catch (error) {
    if (signal?.aborted) throw error
    return unreachable('Sluice no longer answers. Start it again')
  }
}

/** The browser host's transport. */
export const httpTransport: Transport = {
  call,
  onEvent: (listener) => {
    const source = new EventSource('/events')
    source.addEventListener('message', (message: MessageEvent<string>) => {
      const event = backendEvent.safeParse(JSON.parse(message.data))
      if (event.success) listener(event.data)
    })
    return () => source.close()
  },
}
