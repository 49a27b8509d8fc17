import { forkedProcess, type ProcessHandle, type SpawnProcess } from '../database/forked-process.ts'
import type { ProcessMode } from '../database/process-messages.ts'

/** A database process that a test can end behind the pool's back. */
export interface TestProcess {
  /** Null until it was told to open. */
  mode: ProcessMode | null
  ended: boolean
  /** Sends it SIGKILL, of which nobody is told. */
  kill(): void
}

/** Starts database processes as the browser host does, and remembers them. */
export class TestProcesses {
  readonly all: TestProcess[] = []
  readonly spawn: SpawnProcess
  readonly #exits: Promise<void>[] = []

  /** @param workerFile - `inject('workerFile')`, or `worker.ts` itself. */
  constructor(workerFile: string) {
    const spawn = forkedProcess(workerFile)
    this.spawn = () => this.#remember(spawn())
  }

  /** Those that live, oldest first. */
  living(mode: ProcessMode): TestProcess[] {
    return this.all.filter((each) => each.mode === mode && !each.ended)
  }

  /** Resolves when every process has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.#exits)
  }

  #remember(handle: ProcessHandle): ProcessHandle {
    const remembered: TestProcess = { mode: null, ended: false, kill: () => handle.kill() }
    this.all.push(remembered)
    const exit = new Promise<void>((resolve) => handle.onExit(resolve))
    this.#exits.push(exit.then(() => void (remembered.ended = true)))
    return {
      ...handle,
      send: (message) => {
        if (message.kind === 'open') remembered.mode = message.mode
        handle.send(message)
      },
    }
  }
}
