import { z } from 'zod'
import { sessionState } from './schemas/session-state.ts'
import { topics } from './topics.ts'

/** What the backend says unasked. */
export const backendEvent = z.discriminatedUnion('kind', [
  /**
   * Something changed; `topics` is null where another process wrote and nobody knows what, and
   * where the database was opened (anew).
   */
  z.object({
    kind: z.literal('changed'),
    topics: z.array(z.enum(topics)).nullable(),
    by: z.enum(['sluice', 'other']),
  }),
  /** A task of this call id got on. */
  z.object({ kind: z.literal('progress'), callId: z.string(), progress: z.json() }),
  /** Another database was opened, or the open one changed its state. */
  z.object({ kind: z.literal('session'), session: sessionState }),
])

/** The type of {@link backendEvent}. */
export type BackendEvent = z.output<typeof backendEvent>
