import { z } from 'zod'
import { wireError } from '../wire.ts'
import { timestamp } from './timestamp.ts'

/** What the revision of a file's schema means. */
export const schemaState = z.object({
  /** `alembic_version.version_num`. */
  revision: z.string(),
  /** False for a revision that is newer than this Sluice knows. */
  known: z.boolean(),
  /** The first Prefect release with this revision, `2.x` for one before 3.0; null if unknown. */
  prefect: z.string().nullable(),
  /** The table whose tag limits a Prefect of this schema enforces. */
  liveTagLimits: z.enum(['v1', 'v2']),
  /** False before the revision that added `labels`. */
  hasLabels: z.boolean(),
})

/** The type of {@link schemaState}. */
export type SchemaState = z.output<typeof schemaState>

/** Why a database that was open had to be opened anew. */
export const reopening = z.object({
  /** Another file took its place, a Prefect server migrated it, or it was away for a while. */
  why: z.enum(['replaced', 'migrated', 'returned']),
  at: timestamp,
})

/** The type of {@link reopening}. */
export type Reopening = z.output<typeof reopening>

/** The database that is open, or why none is. */
export const sessionState = z.object({
  /** The file that was asked for; null if none was. */
  path: z.string().nullable(),
  access: z.enum(['read_write', 'read_only', 'closed']),
  /** Whether it was to be opened for reading only; other reasons may come to it. */
  readOnlyByChoice: z.boolean(),
  schema: schemaState.nullable(),
  /** Why it is read-only, or what else to know, as a sentence. */
  reason: z.string().nullable(),
  /** Why it is not open. */
  error: wireError.nullable(),
  /** True if a copy is shown, because SQLite could not read the file where it lies. */
  copied: z.boolean(),
  /** Size of the file in bytes. */
  size: z.number().nullable(),
  /** When another process was last seen to commit, since this session began. */
  lastOtherCommit: timestamp.nullable(),
  /** When and why it was last opened anew, since this session began. */
  reopened: reopening.nullable(),
  /** The call of `app.openDemo` that is under way, whoever made it. */
  demoCall: z.string().nullable(),
})

/** The type of {@link sessionState}. */
export type SessionState = z.output<typeof sessionState>
