import { z } from 'zod'
import { query } from './operation.ts'
import { logFilter } from './schemas/log-filter.ts'
import { log } from './schemas/log.ts'
import { paging } from './schemas/paging.ts'
import { logSort } from './schemas/sorting.ts'

const asked = { logs: logFilter.nullish() }

/** Mirrors `prefect.server.models.logs`, with the body of `POST /logs/filter`. */
export const logs = {
  readLogs: query({
    input: z.strictObject({ ...asked, ...paging, sort: logSort.default('TIMESTAMP_ASC') }),
    output: z.array(log),
    reads: ['log'],
  }),
  /** Ours: how many log lines match. */
  countLogs: query({
    on: 'background',
    input: z.strictObject(asked),
    output: z.int(),
    reads: ['log'],
  }),
}
