import { resolve } from 'node:path'
import { contract } from '../../src-shared/contract/contract.ts'
import type { Capabilities } from '../../src-shared/contract/schemas/capabilities.ts'
import type { FoundDatabase } from '../../src-shared/contract/schemas/found-database.ts'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import { encodeReply, type ReplyText } from '../../src-shared/contract/wire.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import type { SpawnProcess } from '../database/forked-process.ts'
import { Session, type SessionEvent } from '../database/session.ts'
import type { Log } from '../log/logger.ts'
import { Dispatcher, type Execution } from '../rpc/dispatcher.ts'
import { Downloads } from '../rpc/downloads.ts'
import { EventBus } from '../rpc/event-bus.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { appModel } from './app-model.ts'
import type { AnyHostFunction, HostContext } from './host-model.ts'

/** What a host gives the backend. */
export interface BackendOptions {
  capabilities: Capabilities
  spawn: SpawnProcess
  copiesFolder: string
  settings: SettingsStore
  log: Log
  findDatabases: () => Promise<FoundDatabase[]>
  /** True if another window has the file, which was brought forward instead of opening it twice. */
  openElsewhere?: (path: string) => boolean
}

/** The database that is to be opened at the start; none where none was found. */
export interface OpenRequest {
  path: string
  readOnly: boolean
}

const nothingOpen: SessionState = {
  path: null,
  access: 'closed',
  schema: null,
  reason: null,
  error: { code: 'database_unavailable', message: 'No database is open' },
  copied: false,
  size: null,
  lastOtherCommit: null,
}

/** One session with everything it needs, whatever the host: contract in, database behind. */
export class Backend {
  readonly dispatcher: Dispatcher
  readonly events: EventBus
  readonly downloads = new Downloads()
  readonly #options: BackendOptions
  readonly #host: HostContext
  #session: Session | undefined
  #watched = false

  constructor(options: BackendOptions) {
    const { log } = options
    this.#options = options
    this.events = new EventBus((anybody) => this.#setWatched(anybody))
    this.#host = {
      capabilities: options.capabilities,
      sessionState: () => this.sessionState(),
      openDatabase: (path, readOnly) => this.#openHere({ path: resolve(path), readOnly }),
      findDatabases: options.findDatabases,
      preferences: async () => (await options.settings.read()).preferences,
      changePreferences: async (change) => {
        const changed = await options.settings.change((settings) => ({
          ...settings,
          preferences: { ...settings.preferences, ...change },
        }))
        return changed.preferences
      },
    }
    const execute = (execution: Execution): Promise<ReplyText> => this.#execute(execution)
    this.dispatcher = new Dispatcher({ contract, execute, events: this.events, log })
  }

  /** Opens a database in the place of the one that is open; every window and tab is told. */
  async open(request: OpenRequest): Promise<SessionState> {
    this.#session?.close()
    const { spawn, copiesFolder } = this.#options
    const session = new Session({
      ...request,
      spawn,
      copiesFolder,
      onEvent: (event) => this.#onSessionEvent(session, event),
    })
    this.#session = session
    session.setWatched(this.#watched)
    return await this.sessionState()
  }

  /** The state of the open database as far as it is known by now. */
  get state(): SessionState {
    return this.#session?.state() ?? nothingOpen
  }

  /** The state of the open database, once it is known. */
  async sessionState(): Promise<SessionState> {
    await this.#session?.settled()
    return this.state
  }

  /** Lets what is being written end, then ends every process. */
  async finish(): Promise<void> {
    await this.dispatcher.finish()
    this.close()
  }

  /** Ends every process at once; what is being written is undone. */
  close(): void {
    this.#session?.close()
  }

  async #openHere(request: OpenRequest): Promise<SessionState> {
    if (this.#options.openElsewhere?.(request.path)) return await this.sessionState()
    return await this.open(request)
  }

  async #execute(execution: Execution): Promise<ReplyText> {
    const { name, operation, input } = execution
    if (operation.on !== 'host') {
      if (!this.#session) throw new AppError('database_unavailable', 'No database is open')
      return await this.#session.run(operation, { ...execution, operation: name })
    }
    const functions: Readonly<Record<string, AnyHostFunction>> = appModel
    const run = functions[name.slice('app.'.length)]
    if (!run) throw new Error(`no function for ${name}`)
    const answer = operation.output.parse(await run(this.#host, input as never))
    return encodeReply({ ok: true, value: answer })
  }

  #onSessionEvent(session: Session, event: SessionEvent): void {
    if (session !== this.#session) return
    // A file that was opened just now, or is another one by now, has nothing of what was read before.
    const by = event === 'other_commit' ? 'other' : 'sluice'
    this.events.publish({ kind: 'changed', topics: null, by })
    this.events.publish({ kind: 'session', session: session.state() })
  }

  #setWatched(watched: boolean): void {
    this.#watched = watched
    this.#session?.setWatched(watched)
  }
}
