import { z } from 'zod'
import { timestamp } from './timestamp.ts'

/** A database that was opened before. */
export const recentDatabase = z.object({
  path: z.string(),
  /** When it was last opened. */
  opened: timestamp,
  /** True if the path is a file now. */
  exists: z.boolean(),
  /** Size of the file in bytes, its WAL not counted. */
  size: z.number().nullable(),
  /** When the file or its WAL last changed. */
  modified: timestamp.nullable(),
})

/** The type of {@link recentDatabase}. */
export type RecentDatabase = z.output<typeof recentDatabase>
