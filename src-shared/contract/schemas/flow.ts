import { z } from 'zod'
import { labels } from './labels.ts'
import { timestamp } from './timestamp.ts'

/** A row of `flow`, as Prefect's `Flow` schema; `labels` is null where the column is NULL. */
export const flow = z.object({
  id: z.string(),
  created: timestamp,
  updated: timestamp,
  name: z.string(),
  tags: z.array(z.string()),
  labels: labels.nullable(),
})

/** The type of {@link flow}. */
export type Flow = z.output<typeof flow>

/** The names Prefect lets a flow, and a V2 limit, be given: one character or more, none of `/ % & > <`. */
export const prefectName = z
  .string()
  .regex(/^[^/%&><]+$/, 'A name has one character or more and none of / % & > <')

/** Prefect's `FlowCreate`. */
export const flowCreate = z.strictObject({
  name: prefectName,
  tags: z.array(z.string()).optional(),
  labels: labels.nullish(),
})

/** Prefect's `FlowUpdate`: only tags can be changed; an unset field stays as it is. */
export const flowUpdate = z.strictObject({ tags: z.array(z.string()).optional() })
