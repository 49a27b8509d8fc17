import { utilityProcess } from 'electron'
import type { SpawnProcess } from '../database/forked-process.ts'
import type { FromProcess } from '../database/process-messages.ts'

/**
 * The spawner of Electron.
 *
 * @param workerFile - path of the built `worker.js`.
 */
export function utilityProcesses(workerFile: string): SpawnProcess {
  return () => {
    const child = utilityProcess.fork(workerFile, [], { serviceName: 'Sluice database' })
    let killed = false
    const kill = (): void => {
      killed = true
      // Electron's own kill asks with SIGTERM, which a long statement would keep waiting.
      if (child.pid !== undefined) endAtOnce(child.pid)
    }
    child.once('spawn', () => {
      if (killed) kill()
    })
    // Its end is told by `exit` too; an error that nobody hears would end this process.
    child.on('error', () => {})
    return {
      send: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', (message: FromProcess) => listener(message)),
      onExit: (listener) => child.once('exit', () => listener()),
      kill,
    }
  }
}

function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}
