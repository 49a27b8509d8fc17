import { z } from 'zod'
import { errorCode, errorDetails } from '../errors/app-error.ts'

/** An error as it goes over the wire. */
export const wireError = z.object({
  code: errorCode,
  message: z.string(),
  details: errorDetails.optional(),
})

/** The type of {@link wireError}. */
export type WireError = z.output<typeof wireError>

/** A statement that a query ran, as it was sent to SQLite. */
export interface RanStatement {
  /** With a `?` for each parameter. */
  sql: string
  parameters: (string | number | null)[]
  /** How long SQLite took, with the reading of the rows. */
  milliseconds: number
  /** How many rows it gave. */
  rows: number
  /** True where the SQL or a parameter is longer than what is shown of it. */
  cut: boolean
}

/** The envelope of every answer; a query of the database carries what it ran, as far as 40 statements. */
export type Reply<T = unknown> =
  { ok: true; value: T; statements?: RanStatement[] } | { ok: false; error: WireError }

/** A {@link Reply} as JSON text: encoded once, where it is made, and passed on as it is. */
export type ReplyText = string & { readonly replyText: unique symbol }

/** Encodes an envelope. */
export function encodeReply(reply: Reply): ReplyText {
  return JSON.stringify(reply) as ReplyText
}

/** Names one call: a UUID that the caller makes, new for each. */
export const callId = z.uuid()
