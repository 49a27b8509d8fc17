import { z } from 'zod'
import { labelEntry } from './label-entry.ts'
import { timestamp } from './timestamp.ts'
import { unreadable } from './unreadable.ts'

/** A flow run as the screens show it: as stored, with what cannot be read marked. */
export const runRow = z.object({
  id: z.string(),
  name: z.string(),
  created: timestamp.nullable(),
  updated: timestamp.nullable(),
  flowId: z.string(),
  /** Null where the flow is gone. */
  flowName: z.string().nullable(),
  deploymentId: z.string().nullable(),
  /** Null where there is no deployment, or it is gone. */
  deploymentName: z.string().nullable(),
  workPoolName: z.string().nullable(),
  workQueueName: z.string().nullable(),
  /** As stored: null for a run without a state, and not always one that Prefect knows. */
  stateType: z.string().nullable(),
  stateName: z.string().nullable(),
  stateTimestamp: timestamp.nullable(),
  startTime: timestamp.nullable(),
  endTime: timestamp.nullable(),
  expectedStartTime: timestamp.nullable(),
  nextScheduledStartTime: timestamp.nullable(),
  /** `total_run_time` in seconds; the time since the state began is not in it while RUNNING. */
  totalRunTime: z.number().nullable(),
  runCount: z.int(),
  autoScheduled: z.boolean(),
  flowVersion: z.string().nullable(),
  parentTaskRunId: z.string().nullable(),
  tags: z.array(z.string()),
  labels: z.array(labelEntry).nullable(),
  /** JSON text, at most 400 characters of it: for a table's cell. */
  parameters: z.string(),
  unreadable,
})

/** The type of {@link runRow}. */
export type RunRow = z.output<typeof runRow>

/** The columns that flow runs can be sorted by, each over all that match. */
export const runSortColumn = z.enum([
  'name',
  'id',
  'state',
  'flow',
  'deployment',
  'workPool',
  'workQueue',
  /** The start, or while there is none the expected start; runs that are still to come stand last. */
  'start',
  'end',
  'expected',
  'nextScheduled',
  /** `total_run_time`, and while RUNNING the time since the state began. */
  'duration',
  /** How much later than expected it started, or is late by now. */
  'lateness',
  'runCount',
  'created',
  'updated',
  'tags',
  'labels',
  'parameters',
  'flowVersion',
])

/** The type of {@link runSortColumn}. */
export type RunSortColumn = z.output<typeof runSortColumn>
