import { z } from 'zod'
import { query } from './operation.ts'
import { flowStatistics as schema } from './schemas/flow-statistics.ts'

/** What the flows' runs and deployments amount to; ours, for the flow table. */
export const flowStatistics = {
  /** Every flow that has runs or deployments, in no order. */
  readFlowStatistics: query({
    on: 'background',
    input: z.strictObject({}),
    output: z.array(schema),
    reads: ['flow_run', 'deployment'],
  }),
}
