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

/** The envelope of every answer. */
export type Reply<T = unknown> = { ok: true; value: T } | { ok: false; error: WireError }

/** A {@link Reply} as JSON text: encoded once, where it is made, and passed on as it is. */
export type ReplyText = string & { readonly replyText: unique symbol }

/** Encodes an envelope. */
export function encodeReply(reply: Reply): ReplyText {
  return JSON.stringify(reply) as ReplyText
}

/** Names one call: a UUID that the caller makes, new for each. */
export const callId = z.uuid()
