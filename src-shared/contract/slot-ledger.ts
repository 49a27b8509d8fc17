import { z } from 'zod'
import { query } from './operation.ts'
import { nonNegativeInteger } from './schemas/coerced.ts'
import { prefectUuid } from './schemas/prefect-uuid.ts'
import { slotHolder, slotLedger as schema } from './schemas/slot-ledger.ts'

/** Who took a limit's slots and who gave them back; ours, from Prefect's events. */
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
  /** The task runs that `active_slots` of a V1 limit names, as they are now, in the same order. */
  readSlotHolders: query({
    input: z.strictObject({ task_run_ids: z.array(z.string()) }),
    output: z.array(slotHolder),
    reads: ['task_run'],
  }),
}
