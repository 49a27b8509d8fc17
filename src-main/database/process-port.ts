import type { FromProcess, ToProcess } from './process-messages.ts'
import type { Port } from './serve-connection.ts'

interface ElectronPort {
  on(event: 'message', listener: (event: { data: ToProcess }) => void): void
  postMessage(message: FromProcess): void
}

/** The line to the main process: of Electron's utility process, or of a forked Node. */
export function processPort(): Port {
  // Ctrl-C in a terminal reaches every process; the main one says when a write has ended.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  const electron = (process as { parentPort?: ElectronPort }).parentPort
  if (electron) {
    return {
      onMessage: (listener) => electron.on('message', (event) => listener(event.data)),
      send: (message) => electron.postMessage(message),
    }
  }
  // Without its parent nobody would ever ask again.
  process.on('disconnect', () => process.exit())
  return {
    onMessage: (listener) => process.on('message', (message: ToProcess) => listener(message)),
    send: (message) => process.send?.(message),
  }
}
