import type { WebContents, WebFrameMain } from 'electron'
import { z } from 'zod'
import type { BackendEvent } from '../../src-shared/contract/events.ts'
import { callId, encodeReply, type ReplyText } from '../../src-shared/contract/wire.ts'
import { bridgeChannels } from './bridge-channels.ts'
import type { Dispatcher } from './dispatcher.ts'

/** What a window's page may ask, as long as its frame is the right one. */
const question = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    callId,
    operation: z.string(),
    /** JSON text, as over HTTP. */
    input: z.string(),
  }),
  z.strictObject({ kind: z.literal('stop'), callId }),
])

type Question = z.output<typeof question>

/** What the transport needs to know of a window. */
export interface ElectronTransportOptions {
  contents: WebContents
  dispatcher: Dispatcher
  /** True for an address of the page that may ask. */
  isOwnPage: (address: string) => boolean
}

/** The line to a window's page. */
export interface ElectronTransport {
  /** Tells the page something unasked; a page that is gone hears nothing. */
  tell(event: BackendEvent): void
}

/**
 * Serves the contract to one window's page: its own top frame and nobody else. A page that goes
 * away, by a reload or a crash, no longer wants its answers.
 */
export function connectPage(options: ElectronTransportOptions): ElectronTransport {
  const { contents, dispatcher, isOwnPage } = options
  const calls = new Set<string>()
  const stopAll = (): void => calls.forEach((id) => void dispatcher.stop(id))
  contents.ipc.handle(bridgeChannels.ask, async (event, message: unknown) => {
    if (!isAllowed(event.senderFrame, contents, isOwnPage)) throw new Error('This page may not ask')
    const parsed = question.safeParse(message)
    if (!parsed.success) throw new Error('This cannot be asked')
    return await answer(parsed.data, dispatcher, calls)
  })
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) stopAll()
  })
  contents.on('render-process-gone', stopAll)
  return {
    tell: (event) => {
      if (!contents.isDestroyed() && !contents.isCrashed()) {
        contents.send(bridgeChannels.event, event)
      }
    },
  }
}

function isAllowed(
  frame: WebFrameMain | null,
  contents: WebContents,
  isOwnPage: (address: string) => boolean,
): boolean {
  return frame !== null && frame === contents.mainFrame && isOwnPage(frame.url)
}

async function answer(
  asked: Question,
  dispatcher: Dispatcher,
  calls: Set<string>,
): Promise<ReplyText> {
  const { kind, callId: id } = asked
  if (kind === 'stop') return encodeReply({ ok: true, value: dispatcher.stop(id) })
  const input = parsedJson(asked.input)
  calls.add(id)
  try {
    return await dispatcher.call({ callId: id, operation: asked.operation, input })
  } finally {
    calls.delete(id)
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('This cannot be asked')
  }
}
