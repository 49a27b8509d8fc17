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

/** How long the completed runs of one flow took. */
export const flowDurations = z.object({
  flowId: z.string(),
  /** The median of `total_run_time`, in seconds. */
  median: z.number(),
  /** Of how many runs. */
  runs: z.int(),
})

/** The type of {@link flowDurations}. */
export type FlowDurations = z.output<typeof flowDurations>

/** The runs of one flow, day by day; days without runs are left out. */
export const flowHistory = z.object({
  flowId: z.string(),
  days: z.array(
    z.object({
      /** `2026-11-20`. */
      day: z.string(),
      /** Counts by state type; runs without a state stand under the empty text. */
      runs: z.record(z.string(), z.int()),
    }),
  ),
})

/** The type of {@link flowHistory}. */
export type FlowHistory = z.output<typeof flowHistory>

/** A flow beside another. */
export const relatedFlow = z.object({ id: z.string(), name: z.string(), runs: z.int() })

/** The flows that one flow ran under, and those that ran under it; those with the most runs first. */
export const flowRelations = z.object({
  flowId: z.string(),
  parents: z.array(relatedFlow),
  children: z.array(relatedFlow),
})

/** The type of {@link flowRelations}. */
export type FlowRelations = z.output<typeof flowRelations>
