import { z } from 'zod'

/** Every way in which an operation can fail. The list is closed: a new code needs words in `describe-error.ts`. */
export const errorCodes = [
  'invalid_input',
  'not_found',
  'conflict',
  'read_only',
  'database_busy',
  'database_unavailable',
  'data_unreadable',
  'schema_unsupported',
  'cancelled',
  'unsupported_here',
  'internal',
] as const

/** Parses one of {@link errorCodes}. */
export const errorCode = z.enum(errorCodes)

/** One of {@link errorCodes}. */
export type ErrorCode = z.output<typeof errorCode>

/**
 * What is wrong with a file, or with what reads it: finer than the error's code, for it decides
 * what a person can do next. The list is closed: a new one needs words in `describe-error.ts`.
 */
export const faults = [
  'nothing_open',
  'missing',
  'folder',
  'empty',
  'forbidden',
  'unreachable',
  'cannot_open',
  'not_sqlite',
  'damaged',
  'disk_failed',
  'disk_full',
  'process_ended',
  'no_answer',
  'not_let_in',
  'not_prefect',
  'too_new',
  'migrated',
] as const

/** Parses one of {@link faults}. */
export const fault = z.enum(faults)

/** One of {@link faults}. */
export type Fault = z.output<typeof fault>

/** What more there is to know of an error, for the screen to place it. */
export const errorDetails = z.object({
  /** `invalid_input`: each fault of the input, by its path. */
  issues: z
    .array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }))
    .optional(),
  /** `data_unreadable`: where the value stands. */
  table: z.string().optional(),
  id: z.string().optional(),
  column: z.string().optional(),
  /** `database_unavailable`, `schema_unsupported`: what exactly is wrong, where that is known. */
  fault: fault.optional(),
  /** `internal`: the number under which the log file has the details. */
  traceId: z.string().optional(),
})

/** The type of {@link errorDetails}. */
export type ErrorDetails = z.output<typeof errorDetails>

/** A failure that a person can act on. Anything else that is thrown is a bug, and is sent as `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails | undefined

  /**
   * @param code - what went wrong, for programs.
   * @param message - what went wrong, as a sentence.
   * @param details - what the sentence is about: a path and reason, a table, id and column.
   */
  constructor(code: ErrorCode, message: string, details?: ErrorDetails) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}
