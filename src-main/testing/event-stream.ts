import { backendEvent, type BackendEvent } from '../../src-shared/contract/events.ts'

/** The events of a server, from the moment it was opened. */
export interface EventStream {
  readonly contentType: string | null
  readonly events: readonly BackendEvent[]
  /** Waits for the first event, past or future, that fits. */
  next(fits: (event: BackendEvent) => boolean): Promise<BackendEvent>
  close(): Promise<void>
}

interface Waiting {
  fits(event: BackendEvent): boolean
  resolve(event: BackendEvent): void
}

/** Listens to `GET /events`. */
export async function openEventStream(url: string, token: string): Promise<EventStream> {
  const leave = new AbortController()
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${url}/events`, { headers, signal: leave.signal })
  if (response.status !== 200 || !response.body) throw new Error(`HTTP ${response.status}`)
  const events: BackendEvent[] = []
  const waiting = new Set<Waiting>()
  const hear = (event: BackendEvent): void => {
    events.push(event)
    for (const each of waiting) {
      if (each.fits(event)) each.resolve(event)
    }
  }
  const reading = readEvents(response.body, hear).catch(() => {})
  return {
    contentType: response.headers.get('content-type'),
    events,
    next: (fits) =>
      new Promise((resolve) => {
        const past = events.find(fits)
        if (past) resolve(past)
        else waiting.add({ fits, resolve })
      }),
    close: async () => {
      leave.abort()
      await reading
    },
  }
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  hear: (event: BackendEvent) => void,
): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const messages = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      if (message.startsWith('data: ')) hear(backendEvent.parse(JSON.parse(message.slice(6))))
    }
  }
}
