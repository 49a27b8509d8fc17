import { z } from 'zod'
import { labelEntry } from './label-entry.ts'
import { flowRunGlimpse } from './flow-statistics.ts'
import { timestamp } from './timestamp.ts'
import { unreadable } from './unreadable.ts'

/** A schedule of a deployment; `schedule` is its JSON as stored, for `scheduleWords` to put into words. */
export const scheduleRow = z.object({
  id: z.string(),
  active: z.boolean(),
  slug: z.string().nullable(),
  schedule: z.string(),
  /** JSON text. */
  parameters: z.string(),
  maxScheduledRuns: z.int().nullable(),
})

/** The type of {@link scheduleRow}. */
export type ScheduleRow = z.output<typeof scheduleRow>

/** The V2 limit that a deployment refers to. */
export const deploymentLimit = z.object({
  id: z.string(),
  name: z.string(),
  limit: z.int(),
  activeSlots: z.int(),
  active: z.boolean(),
})

/** A deployment as the screens show it: as stored, with what cannot be read marked. */
export const deploymentRow = z.object({
  id: z.string(),
  name: z.string(),
  created: timestamp.nullable(),
  updated: timestamp.nullable(),
  flowId: z.string(),
  flowName: z.string().nullable(),
  paused: z.boolean(),
  /** As stored: `READY`, `NOT_READY`. */
  status: z.string().nullable(),
  workPoolName: z.string().nullable(),
  workQueueName: z.string().nullable(),
  schedules: z.array(scheduleRow),
  limit: deploymentLimit.nullable(),
  /** What happens to a run that finds the limit full: as stored in `concurrency_options`. */
  collisionStrategy: z.string().nullable(),
  tags: z.array(z.string()),
  labels: z.array(labelEntry).nullable(),
  description: z.string().nullable(),
  version: z.string().nullable(),
  entrypoint: z.string().nullable(),
  path: z.string().nullable(),
  lastPolled: timestamp.nullable(),
  /** JSON text, at most 400 characters of it. */
  parameters: z.string(),
  unreadable,
})

/** The type of {@link deploymentRow}. */
export type DeploymentRow = z.output<typeof deploymentRow>

/** What the runs of one deployment amount to. */
export const deploymentStatistics = z.object({
  deploymentId: z.string(),
  /** Counts by state type; runs without a state stand under the empty text. */
  runs: z.record(z.string(), z.int()),
  lastRun: flowRunGlimpse.nullable(),
  nextRun: flowRunGlimpse.nullable(),
})

/** The type of {@link deploymentStatistics}. */
export type DeploymentStatistics = z.output<typeof deploymentStatistics>
