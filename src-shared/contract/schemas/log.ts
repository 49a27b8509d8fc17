import { z } from 'zod'
import { timestamp } from './timestamp.ts'

/** A row of `log`, as Prefect's `Log`. */
export const log = z.object({
  id: z.string(),
  created: timestamp,
  updated: timestamp,
  name: z.string(),
  /** Python's logging level: 10 debug, 20 info, 30 warning, 40 error, 50 critical. */
  level: z.int(),
  message: z.string(),
  timestamp,
  flow_run_id: z.string().nullable(),
  task_run_id: z.string().nullable(),
})

/** The type of {@link log}. */
export type Log = z.output<typeof log>
