import { fork } from 'node:child_process'
import type { FromProcess, ToProcess } from './process-messages.ts'

/** A database process as the pool sees it, whichever host started it. */
export interface ProcessHandle {
  send(message: ToProcess): void
  onMessage(listener: (message: FromProcess) => void): void
  /** Called once, however the process ended. */
  onExit(listener: () => void): void
  /** Ends the process at once, in the middle of a statement too. */
  kill(): void
}

/** Starts a database process. Electron's spawner is handed in by the desktop host. */
export type SpawnProcess = () => ProcessHandle

/**
 * The spawner of plain Node.
 *
 * @param workerFile - path of `worker.ts`, or of what it was built to.
 */
export function forkedProcess(workerFile: string): SpawnProcess {
  return () => {
    const child = fork(workerFile, { serialization: 'advanced', execArgv: [] })
    return {
      send: (message) => {
        if (child.connected) child.send(message, () => {})
      },
      onMessage: (listener) => child.on('message', (message) => listener(message as FromProcess)),
      onExit: (listener) => {
        child.once('exit', listener)
        child.once('error', listener)
      },
      kill: () => child.kill('SIGKILL'),
    }
  }
}
