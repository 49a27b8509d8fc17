import type { z } from 'zod'
import type { Area } from '../../src-shared/contract/operation.ts'
import type { Capabilities } from '../../src-shared/contract/schemas/capabilities.ts'
import type { JudgedDatabase } from '../../src-shared/contract/schemas/found-database.ts'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { RecentDatabases } from './recent-databases.ts'

/** What a host with windows can do for one of them. */
export interface DesktopFeatures {
  /** True if another window has the file; it was brought forward, so that no file is open twice. */
  openElsewhere(path: string): boolean
  /** Asks for a database file, beginning beside the one that is open; null if none was named. */
  chooseFile(present: string | null): Promise<string | null>
  /** Shows a file in the system's file manager. */
  revealFile(path: string): void
}

/** A database to open. */
export interface OpenRequest {
  path: string
  readOnly: boolean
}

/** How a demo is to be opened. */
export interface DemoWish {
  readOnly: boolean
  /** Another one than was written today. */
  anew: boolean
}

/** What the operations that run on the host may use. */
export interface HostContext {
  readonly capabilities: Capabilities
  readonly settings: SettingsStore
  readonly recent: RecentDatabases
  /** Null in the browser host. */
  readonly desktop: DesktopFeatures | null
  /** Under which what belongs to the open database is kept; null where none is open. */
  settingsKey(this: void): string | null
  /** The state of the open database, once it is known. */
  sessionState(): Promise<SessionState>
  /** Leaves the open database and opens another. */
  openDatabase(request: OpenRequest): Promise<SessionState>
  closeDatabase(): void
  /** Opens a demo, written before or now. */
  openDemo(wish: DemoWish, task: HostTask): Promise<SessionState>
  /** The databases that Prefect's settings name, each looked into. */
  findDatabases(): Promise<JudgedDatabase[]>
}

/** The call that an operation of the host is. */
export interface HostTask {
  readonly callId: string
  /** Fires when the call is stopped. */
  readonly signal: AbortSignal
  /** Tells how far a task is. */
  report(progress: unknown): void
}

/** The functions that do an area's operations on the host; they run no SQL. */
export type HostModelOf<A extends Area> = {
  readonly [N in keyof A]: (
    host: HostContext,
    input: z.output<A[N]['input']>,
    task: HostTask,
  ) => Promise<z.input<A[N]['output']>>
}

/** A host function as it is looked up by name: its types were checked where it was declared. */
export type AnyHostFunction = (host: HostContext, input: never, task: HostTask) => Promise<unknown>
