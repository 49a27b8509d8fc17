import { backendEvent, type BackendEvent } from '../../src-shared/contract/events.ts'
import { setConnection, type Connection } from './connection.ts'

/** How long a lost host is left in peace before it is asked again, in milliseconds. */
const pause = 1000

/** How long after the line broke it is renewed, in milliseconds. */
const breath = 100

/**
 * Hears the events of the browser host. When the line breaks, asks until the host is there again.
 *
 * @returns a function that ends it.
 */
export function hearHost(listener: (event: BackendEvent) => void): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  const listen = (): void => {
    source = new EventSource('/events')
    source.addEventListener('open', () => setConnection('there'))
    source.addEventListener('error', () => void askAgain())
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const event = backendEvent.safeParse(JSON.parse(data))
      if (event.success) listener(event.data)
    })
  }
  const askAgain = async (): Promise<void> => {
    source?.close()
    const found = await ask()
    if (ended) return
    if (found !== 'there') setConnection(found)
    timer =
      found === 'there' ? setTimeout(listen, breath) : setTimeout(() => void askAgain(), pause)
  }
  listen()
  return () => {
    ended = true
    clearTimeout(timer)
    source?.close()
  }
}

/** Asks the host something cheap. */
async function ask(): Promise<Connection> {
  try {
    const { ok, status } = await fetch('/operations/app.capabilities', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    if (ok) return 'there'
    return status === 401 || status === 403 ? 'restarted' : 'lost'
  } catch {
    return 'lost'
  }
}
