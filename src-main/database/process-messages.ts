import type { ReplyText } from '../../src-shared/contract/wire.ts'
import type { ErrorCode, ErrorDetails } from '../../src-shared/errors/app-error.ts'
import type { SchemaVerdict } from './schema-verdict.ts'

/** What a database process is for. */
export type ProcessMode = 'reader' | 'writer'

/** What a database process is told to open. */
export interface OpenRequest {
  path: string
  mode: ProcessMode
  /** The revision that was judged; a file that has another one by now is not opened. */
  revision?: string
}

/** What a process is told that writes a demo; see `demo/demo-parts.ts`. */
export interface DemoRequest {
  /** A file that does not exist yet. */
  path: string
  seed: number
  now: string
}

/** An error on its way between processes: one that a person can act on, or a bug's stack. */
export type SentError =
  | { kind: 'app'; code: ErrorCode; message: string; details: ErrorDetails | undefined }
  | { kind: 'bug'; stack: string }

/** What the main process says to a process that serves a database. */
export type ToConnection =
  | ({ kind: 'open' } & OpenRequest)
  | { kind: 'run'; id: number; operation: string; input: unknown }
  | { kind: 'stop'; id: number }
  | { kind: 'look'; id: number }

/** What the main process says to a database process: it serves a database, or writes a demo. */
export type ToProcess = ToConnection | ({ kind: 'write_demo'; id: number } & DemoRequest)

/** What a database process says to the main process. */
export type FromProcess =
  | { kind: 'opened'; verdict: SchemaVerdict }
  | { kind: 'unopened'; error: SentError; cannotOpen: boolean }
  | { kind: 'reply'; id: number; text: ReplyText }
  | { kind: 'failed'; id: number; error: SentError }
  | { kind: 'progress'; id: number; progress: unknown }
  | { kind: 'looked'; id: number; look: Look }

/** What the change watch compares: it differs when another connection committed. */
export interface Look {
  dataVersion: number
  revision: string | null
}
