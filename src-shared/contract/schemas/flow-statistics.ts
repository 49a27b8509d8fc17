import { z } from 'zod'
import { timestamp } from './timestamp.ts'

/** One flow run, as much of it as a table cell shows. */
export const flowRunGlimpse = z.object({
  id: z.string(),
  name: z.string(),
  /** As stored: null for a run without a state, and not always one that Prefect knows. */
  stateType: z.string().nullable(),
  stateName: z.string().nullable(),
  /** When it started, or when it is to start. */
  time: timestamp,
})

/** The type of {@link flowRunGlimpse}. */
export type FlowRunGlimpse = z.output<typeof flowRunGlimpse>

/** What the runs and deployments of one flow amount to. */
export const flowStatistics = z.object({
  flowId: z.string(),
  deployments: z.int(),
  /** Counts by state type; runs without a state stand under the empty text. */
  runs: z.record(z.string(), z.int()),
  /** The run that started last. */
  lastRun: flowRunGlimpse.nullable(),
  /** The scheduled run that comes first; its time is past where it is late. */
  nextRun: flowRunGlimpse.nullable(),
})

/** The type of {@link flowStatistics}. */
export type FlowStatistics = z.output<typeof flowStatistics>
