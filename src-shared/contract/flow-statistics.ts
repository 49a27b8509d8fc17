import { z } from 'zod'
import { query } from './operation.ts'
import {
  flowDurations,
  flowHistory,
  flowRelations,
  flowStatistics as schema,
} from './schemas/flow-statistics.ts'

/** What the flows' runs and deployments amount to; ours, for the flow table. */
export const flowStatistics = {
  /** Every flow that has runs or deployments, in no order. */
  readFlowStatistics: query({
    on: 'background',
    input: z.strictObject({}),
    output: z.array(schema),
    reads: ['flow_run', 'deployment'],
  }),
  /** Medians of how long completed runs took; every flow that has such runs, in no order. */
  readFlowDurations: query({
    on: 'background',
    input: z.strictObject({}),
    output: z.array(flowDurations),
    reads: ['flow_run'],
  }),
  /**
   * Runs of the last `days` days by day and state; every flow that has such runs, in no order. A run
   * counts on the day of its start, or while it has none of its expected start, if that is past.
   */
  readFlowHistories: query({
    on: 'background',
    input: z.strictObject({
      days: z.int().min(1).max(366).default(30),
      /** Days are those of the clock so far east of UTC. */
      minutesEast: z.int().min(-900).max(900).default(0),
    }),
    output: z.array(flowHistory),
    reads: ['flow_run'],
  }),
  /** Which flows ran as subflows of which; every flow that has a parent or a child, in no order. */
  readFlowRelations: query({
    on: 'background',
    input: z.strictObject({}),
    output: z.array(flowRelations),
    reads: ['flow_run', 'task_run', 'flow'],
  }),
}
