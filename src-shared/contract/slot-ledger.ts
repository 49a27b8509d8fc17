import { z } from 'zod'
import { query } from './operation.ts'
import { nonNegativeInteger } from './schemas/coerced.ts'
import { prefectUuid } from './schemas/prefect-uuid.ts'
import { slotLedger as schema } from './schemas/slot-ledger.ts'

/** Who took the slots of a V2 limit and who gave them back; ours, from Prefect's events. */
export const slotLedger = {
  readSlotLedger: query({
    on: 'background',
    input: z.strictObject({
      concurrency_limit_id: prefectUuid,
      /** At most so many acquisitions, the open ones first. */
      limit: nonNegativeInteger.default(50),
    }),
    output: schema,
    reads: ['events', 'task_run', 'flow_run'],
  }),
}
