import { setImmediate as nextTurn } from 'node:timers/promises'
import { encodeReply } from '../../src-shared/contract/wire.ts'
import { createDatabase } from '../database/connection.ts'
import type { DemoRequest } from '../database/process-messages.ts'
import { toSentError } from '../database/sent-error.ts'
import type { Port } from '../database/serve-connection.ts'
import type { DemoProgress } from './demo-parts.ts'

/**
 * Writes a demo when it is told to, and says after each part how far it is. Whoever wants it
 * stopped ends this process.
 */
export function serveDemo(port: Port): void {
  port.onMessage(async (message) => {
    if (message.kind !== 'write_demo') return
    const { id } = message
    try {
      await writeDemoFile(message, (progress) => port.send({ kind: 'progress', id, progress }))
      port.send({ kind: 'reply', id, text: encodeReply({ ok: true, value: null }) })
    } catch (error) {
      port.send({ kind: 'failed', id, error: toSentError(error) })
    }
  })
}

async function writeDemoFile(
  { path, seed, now }: DemoRequest,
  report: (progress: DemoProgress) => void,
): Promise<void> {
  // Not with the rest of this process, which must start in no time.
  const { demoParts } = await import('./demo-parts.ts')
  const sink = createDatabase(path)
  try {
    for (const progress of demoParts({ sink, seed, now })) {
      report(progress)
      // What was reported leaves the process before the next part begins.
      await nextTurn()
    }
  } finally {
    sink.close()
  }
}
