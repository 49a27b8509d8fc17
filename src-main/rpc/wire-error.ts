import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { WireError } from '../../src-shared/contract/wire.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import type { Log } from '../log/logger.ts'

/** Every fault of an input, with its path. */
export function invalidInput(error: z.ZodError): AppError {
  const issues = error.issues.map(({ path, message }) => ({
    path: path.map((key) => (typeof key === 'number' ? key : String(key))),
    message,
  }))
  const [first] = issues
  const where = first?.path.length ? ` (${first.path.join('.')})` : ''
  return new AppError('invalid_input', `${first?.message ?? 'Not allowed'}${where}`, { issues })
}

/**
 * Puts anything that was thrown into what goes over the wire. What is no {@link AppError} is a bug:
 * its stack goes to the log under a trace id, and the trace id alone to the caller.
 */
export function toWireError(thrown: unknown, operation: string, log: Log): WireError {
  if (thrown instanceof AppError) {
    const { code, message, details } = thrown
    return details ? { code, message, details } : { code, message }
  }
  const traceId = randomUUID()
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  log.error('internal', { operation, traceId, stack })
  return {
    code: 'internal',
    message: `Something went wrong in Sluice; the log has it under ${traceId}`,
    details: { traceId },
  }
}
