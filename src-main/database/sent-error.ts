import { AppError } from '../../src-shared/errors/app-error.ts'
import type { SentError } from './process-messages.ts'
import { fromSqliteError } from './sqlite-errors.ts'

/** A failure in another process that is a bug; the stack is that process's. */
class ProcessBug extends Error {
  constructor(stack: string) {
    super('A database process failed')
    this.name = 'ProcessBug'
    this.stack = stack
  }
}

/** Makes an error fit to be sent to the main process. */
export function toSentError(thrown: unknown): SentError {
  const error = fromSqliteError(thrown)
  if (error instanceof AppError) {
    const { code, message, details } = error
    return { kind: 'app', code, message, details }
  }
  return {
    kind: 'bug',
    stack: error instanceof Error ? (error.stack ?? String(error)) : String(error),
  }
}

/** Makes an error of what was sent. */
export function fromSentError(sent: SentError): Error {
  if (sent.kind === 'bug') return new ProcessBug(sent.stack)
  return new AppError(sent.code, sent.message, sent.details)
}
