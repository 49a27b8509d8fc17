import type { ReplyText } from '../../src-shared/contract/wire.ts'
import type { ErrorCode, ErrorDetails } from '../../src-shared/errors/app-error.ts'
import type { SchemaVerdict } from './schema-verdict.ts'

/** What a database process is for. */
export type ProcessMode = 'reader' | 'writer'

/** An error on its way between processes: one that a person can act on, or a bug's stack. */
export type SentError =
  | { kind: 'app'; code: ErrorCode; message: string; details: ErrorDetails | undefined }
  | { kind: 'bug'; stack: string }

/** What the main process says to a database process. */
export type ToProcess =
  | { kind: 'open'; path: string; mode: ProcessMode }
  | { kind: 'run'; id: number; operation: string; input: unknown }
  | { kind: 'stop'; id: number }
  | { kind: 'look'; id: number }

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
