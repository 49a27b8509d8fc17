import { z } from 'zod'
import { stateType } from './filter-parts.ts'
import { timestamp } from './timestamp.ts'

/** Prefect's `State`. */
export const runState = z.object({
  id: z.string(),
  type: stateType,
  name: z.string().nullable(),
  timestamp,
  message: z.string().nullable(),
  data: z.json(),
  state_details: z.record(z.string(), z.json()),
})

/** The type of {@link runState}. */
export type RunState = z.output<typeof runState>
