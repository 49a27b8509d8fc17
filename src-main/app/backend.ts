import { randomUUID } from 'node:crypto'
import { contract } from '../../src-shared/contract/contract.ts'
import type { Capabilities } from '../../src-shared/contract/schemas/capabilities.ts'
import type { FoundDatabase } from '../../src-shared/contract/schemas/found-database.ts'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import { encodeReply, type ReplyText } from '../../src-shared/contract/wire.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import type { SpawnProcess } from '../database/forked-process.ts'
import { judgeFile } from '../database/judge-file.ts'
import { Session, type OpenState, type SessionEvent } from '../database/session.ts'
import type { Log } from '../log/logger.ts'
import { Dispatcher, type Execution } from '../rpc/dispatcher.ts'
import { Downloads } from '../rpc/downloads.ts'
import { EventBus } from '../rpc/event-bus.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { appModel } from './app-model.ts'
import { DemoFolder } from './demo-folder.ts'
import { DemoOpener } from './demo-opener.ts'
import type { AnyHostFunction, DesktopFeatures, HostContext, OpenRequest } from './host-model.ts'
import { judgeDatabases } from './judged-databases.ts'
import { RecentDatabases } from './recent-databases.ts'

/** What a host gives the backend. */
export interface BackendOptions {
  capabilities: Pick<Capabilities, 'host' | 'version' | 'logFile' | 'settingsFolder'>
  /** True to write nothing, whatever is opened. */
  readOnly?: boolean
  spawn: SpawnProcess
  copiesFolder: string
  demosFolder: string
  settings: SettingsStore
  log: Log
  findDatabases: () => Promise<FoundDatabase[]>
  /** What only the desktop host can do. */
  desktop?: DesktopFeatures
}

const noDatabase = {
  code: 'database_unavailable',
  message: 'No database is open',
  details: { fault: 'nothing_open' },
} as const

const nothingOpen: OpenState = {
  path: null,
  access: 'closed',
  readOnlyByChoice: false,
  schema: null,
  reason: null,
  error: noDatabase,
  copied: false,
  size: null,
  lastOtherCommit: null,
  reopened: null,
}

/** One session with everything it needs, whatever the host: contract in, database behind. */
export class Backend {
  readonly dispatcher: Dispatcher
  readonly events: EventBus
  readonly downloads = new Downloads()
  readonly #options: BackendOptions
  readonly #host: HostContext
  readonly #demos: DemoFolder
  readonly #demo: DemoOpener
  #session: Session | undefined
  #watched = false

  constructor(options: BackendOptions) {
    const { log, spawn, settings, desktop = null, readOnly: alwaysReadOnly = false } = options
    this.#options = options
    this.events = new EventBus((anybody) => this.#setWatched(anybody))
    const { version } = options.capabilities
    this.#demos = new DemoFolder({ folder: options.demosFolder, version, spawn })
    this.#demo = new DemoOpener({
      demos: this.#demos,
      log,
      open: (request) => this.#openHere(request),
      onChange: () => this.#publishSession(),
    })
    const ofDesktop = { canChooseFile: desktop !== null, canReveal: desktop !== null }
    this.#host = {
      capabilities: { ...options.capabilities, ...ofDesktop, alwaysReadOnly },
      settings,
      recent: new RecentDatabases(settings),
      desktop,
      settingsKey: () => this.#settingsKey(),
      sessionState: () => this.sessionState(),
      openDatabase: (request) => this.#openHere(request),
      closeDatabase: () => this.#leave(),
      openDemo: async (wish, task) => {
        await this.#demo.open(wish, task)
        return await this.sessionState()
      },
      findDatabases: async () => {
        const judge = (path: string) => judgeFile(spawn, path)
        return await judgeDatabases(await options.findDatabases(), { judge, open: this.state })
      },
    }
    const execute = (execution: Execution): Promise<ReplyText> => this.#execute(execution)
    this.dispatcher = new Dispatcher({ contract, execute, events: this.events, log })
  }

  /** Opens a database in the place of the one that is open; every window and tab is told. */
  async open(request: OpenRequest): Promise<SessionState> {
    this.#session?.close()
    this.#demo.forgetError()
    const { spawn, copiesFolder, readOnly = false } = this.#options
    const session = new Session({
      path: request.path,
      readOnly: request.readOnly || readOnly,
      spawn,
      copiesFolder,
      onEvent: (event) => this.#onSessionEvent(session, event),
    })
    this.#session = session
    session.setWatched(this.#watched)
    await session.settled()
    if (session.state().access !== 'closed') await this.#remember(request.path)
    return await this.sessionState()
  }

  /** Opens the demo as `app.openDemo` does, without being asked by a page. */
  openDemo(readOnly = false): void {
    const call = { callId: randomUUID(), operation: 'app.openDemo', input: { readOnly } }
    void this.dispatcher.call(call)
  }

  /** The state of the open database as far as it is known by now. */
  get state(): SessionState {
    const nothing = { ...nothingOpen, error: this.#demo.error ?? noDatabase }
    return { ...(this.#session?.state() ?? nothing), demoCall: this.#demo.call }
  }

  /** The state of the open database, once it is known. */
  async sessionState(): Promise<SessionState> {
    await this.#session?.settled()
    return this.state
  }

  /** Lets what is being written end, then ends every process. */
  async finish(): Promise<void> {
    await this.dispatcher.finish()
    await this.#demo.idle()
    this.close()
  }

  /** Ends every process at once; what is being written is undone. */
  close(): void {
    if (this.#demo.call !== null) this.dispatcher.stop(this.#demo.call)
    this.#session?.close()
  }

  async #openHere(request: OpenRequest): Promise<SessionState> {
    if (this.#options.desktop?.openElsewhere(request.path)) return await this.sessionState()
    return await this.open(request)
  }

  #leave(): void {
    this.#session?.close()
    this.#session = undefined
    this.#demo.forgetError()
    this.#publishSession()
  }

  #settingsKey(): string | null {
    const path = this.#session?.state().path ?? null
    // A demo has another name each day.
    return path !== null && this.#demos.holds(path) ? 'demo' : path
  }

  async #remember(path: string): Promise<void> {
    if (this.#demos.holds(path)) return
    try {
      await this.#host.recent.remember(path)
      this.events.publish({ kind: 'changed', topics: ['settings'], by: 'sluice' })
    } catch (error) {
      // A database can be looked at where nothing can be kept.
      this.#options.log.error('settings', { reason: String(error) })
    }
  }

  async #execute(execution: Execution): Promise<ReplyText> {
    const { name, operation, input, callId, signal, onProgress } = execution
    if (operation.on !== 'host') {
      if (!this.#session) {
        const { code, message, details } = noDatabase
        throw new AppError(code, message, details)
      }
      return await this.#session.run(operation, { ...execution, operation: name })
    }
    const functions: Readonly<Record<string, AnyHostFunction>> = appModel
    const run = functions[name.slice('app.'.length)]
    if (!run) throw new Error(`no function for ${name}`)
    const task = { callId, signal, report: onProgress }
    const answer = operation.output.parse(await run(this.#host, input as never, task))
    return encodeReply({ ok: true, value: answer })
  }

  #onSessionEvent(session: Session, event: SessionEvent): void {
    if (session !== this.#session) return
    // A file that was opened just now, or is another one by now, has nothing of what was read before.
    const by = event === 'other_commit' ? 'other' : 'sluice'
    this.events.publish({ kind: 'changed', topics: null, by })
    this.#publishSession()
  }

  #publishSession(): void {
    this.events.publish({ kind: 'session', session: this.state })
  }

  #setWatched(watched: boolean): void {
    this.#watched = watched
    this.#session?.setWatched(watched)
  }
}
