import type { z } from 'zod'
import type { Area } from '../../src-shared/contract/operation.ts'
import type { Capabilities } from '../../src-shared/contract/schemas/capabilities.ts'
import type { FoundDatabase } from '../../src-shared/contract/schemas/found-database.ts'
import type { Preferences } from '../../src-shared/contract/schemas/preferences.ts'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'

/** What the operations that run on the host may use. */
export interface HostContext {
  readonly capabilities: Capabilities
  /** The state of the open database. */
  sessionState(): Promise<SessionState>
  /** Leaves the open database and opens another. */
  openDatabase(path: string, readOnly: boolean): Promise<SessionState>
  preferences(): Promise<Preferences>
  changePreferences(change: Partial<Preferences>): Promise<Preferences>
  /** The databases that Prefect's settings name. */
  findDatabases(): Promise<FoundDatabase[]>
}

/** The functions that do an area's operations on the host; they run no SQL. */
export type HostModelOf<A extends Area> = {
  readonly [N in keyof A]: (
    host: HostContext,
    input: z.output<A[N]['input']>,
  ) => Promise<z.input<A[N]['output']>>
}

/** A host function as it is looked up by name: its types were checked where it was declared. */
export type AnyHostFunction = (host: HostContext, input: never) => Promise<unknown>
