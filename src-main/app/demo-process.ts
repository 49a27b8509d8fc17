import { AppError } from '../../src-shared/errors/app-error.ts'
import { ProcessEnded } from '../database/database-process.ts'
import { deferred } from '../database/deferred.ts'
import type { SpawnProcess } from '../database/forked-process.ts'
import type { DemoRequest } from '../database/process-messages.ts'
import { fromSentError } from '../database/sent-error.ts'
import type { HostTask } from './host-model.ts'

/**
 * Has a process of its own write a demo; when its signal fires the process is killed. Resolves or
 * fails when the process is gone, and so has let go of the file.
 *
 * @throws `cancelled` when it was stopped.
 */
export async function runDemoProcess(
  spawn: SpawnProcess,
  request: DemoRequest,
  { signal, report }: Pick<HostTask, 'signal' | 'report'>,
): Promise<void> {
  if (signal.aborted) throw stopped()
  const { promise, resolve, reject } = deferred<void>()
  const handle = spawn()
  let onGone = (): void => reject(new ProcessEnded())
  const end = (then: () => void): void => {
    onGone = then
    handle.kill()
  }
  handle.onExit(() => onGone())
  handle.onMessage((message) => {
    if (message.kind === 'progress') report(message.progress)
    if (message.kind === 'reply') end(() => resolve())
    if (message.kind === 'failed') end(() => reject(fromSentError(message.error)))
  })
  const stop = (): void => end(() => reject(stopped()))
  signal.addEventListener('abort', stop, { once: true })
  handle.send({ kind: 'write_demo', id: 1, ...request })
  try {
    await promise
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function stopped(): AppError {
  return new AppError('cancelled', 'Stopped')
}
