import { z } from 'zod'
import { labelEntry } from './label-entry.ts'
import { timestamp } from './timestamp.ts'
import { unreadable } from './unreadable.ts'

/** A flow as the screens show it: as stored, with what cannot be read marked. */
export const flowRow = z.object({
  id: z.string(),
  name: z.string(),
  created: timestamp.nullable(),
  updated: timestamp.nullable(),
  tags: z.array(z.string()),
  /** Null where the column is NULL. */
  labels: z.array(labelEntry).nullable(),
  unreadable,
})

/** The type of {@link flowRow}. */
export type FlowRow = z.output<typeof flowRow>
