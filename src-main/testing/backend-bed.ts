import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BackendEvent } from '../../src-shared/contract/events.ts'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import type { Reply } from '../../src-shared/contract/wire.ts'
import type { ErrorCode } from '../../src-shared/errors/app-error.ts'
import { Backend, type BackendOptions } from '../app/backend.ts'
import { InProcessTransport, type InProcessCall } from '../rpc/in-process-transport.ts'
import { SettingsStore } from '../settings/settings-store.ts'
import { MemoryLog } from './memory-log.ts'
import { TestProcesses } from './test-processes.ts'

/** A whole backend on real processes, without a wire. */
export interface BackendBed {
  backend: Backend
  processes: TestProcesses
  log: MemoryLog
  /** Sluice's own folder. */
  folder: string
  /** Everything that was told since {@link BackendBed.listen}. */
  told: BackendEvent[]
  /** Begins to listen, and so to watch the file. */
  listen(): void
  open(path: string, readOnly?: boolean): Promise<SessionState>
  ask(operation: string, input: unknown, call?: InProcessCall): Promise<Reply>
  /** The value; throws where there is none. */
  value(operation: string, input: unknown): Promise<unknown>
  /** The error's code; null for a success. */
  code(operation: string, input: unknown): Promise<ErrorCode | null>
  stop(callId: string): boolean
  /** Ends it, and waits until all its processes are gone. */
  close(): Promise<void>
}

/**
 * @param workerFile - see {@link TestProcesses}.
 * @param options - what this backend has otherwise than most.
 */
export function backendBed(workerFile: string, options: Partial<BackendOptions> = {}): BackendBed {
  const processes = new TestProcesses(workerFile)
  const log = new MemoryLog()
  const folder = mkdtempSync(join(tmpdir(), 'sluice-home-'))
  const backend = new Backend({
    capabilities: { host: 'browser', version: '0', logFile: '', settingsFolder: folder },
    spawn: processes.spawn,
    copiesFolder: join(folder, 'copies'),
    demosFolder: join(folder, 'demo'),
    settings: new SettingsStore(join(folder, 'settings.json')),
    log,
    findDatabases: () => Promise.resolve([]),
    ...options,
  })
  const transport = new InProcessTransport(backend.dispatcher)
  const told: BackendEvent[] = []
  const ask: BackendBed['ask'] = (operation, input, call) => transport.call(operation, input, call)
  return {
    backend,
    processes,
    log,
    folder,
    told,
    listen: () => void backend.events.subscribe((event) => told.push(event)),
    open: (path, readOnly = false) => backend.open({ path, readOnly }),
    ask,
    value: async (operation, input) => {
      const reply = await ask(operation, input)
      if (reply.ok) return reply.value
      throw new Error(`${operation}: ${reply.error.code}: ${reply.error.message}`)
    },
    code: async (operation, input) => {
      const reply = await ask(operation, input)
      return reply.ok ? null : reply.error.code
    },
    stop: (callId) => transport.stop(callId),
    close: async () => {
      backend.close()
      await processes.ended()
      rmSync(folder, { recursive: true })
    },
  }
}
