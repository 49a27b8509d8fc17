import { z } from 'zod'
import { labelEntry } from './label-entry.ts'
import { runRow } from './run-row.ts'
import { timestamp } from './timestamp.ts'
import { unreadable } from './unreadable.ts'

/** Another run that a run came from, or that came from it. */
export const runRelative = z.object({
  id: z.string(),
  name: z.string(),
  flowId: z.string(),
  flowName: z.string().nullable(),
  stateType: z.string().nullable(),
  stateName: z.string().nullable(),
  startTime: timestamp.nullable(),
  endTime: timestamp.nullable(),
  /** The task run through which the one began the other. */
  taskRunId: z.string().nullable(),
})

/** The type of {@link runRelative}. */
export type RunRelative = z.output<typeof runRelative>

/** Everything a flow run's row holds. JSON columns are given as their text, whole. */
export const flowRunPage = z.object({
  ...runRow.shape,
  parent: runRelative.nullable(),
  deploymentVersion: z.string().nullable(),
  workQueueId: z.string().nullable(),
  idempotencyKey: z.string().nullable(),
  infrastructurePid: z.string().nullable(),
  infrastructureDocumentId: z.string().nullable(),
  /** JSON text, or null. */
  createdBy: z.string().nullable(),
  context: z.string(),
  empiricalPolicy: z.string(),
  jobVariables: z.string().nullable(),
})

/** The type of {@link flowRunPage}. */
export type FlowRunPage = z.output<typeof flowRunPage>

/** A state that a run went through. */
export const storedState = z.object({
  id: z.string(),
  /** As stored: not always one that Prefect knows. */
  type: z.string(),
  name: z.string(),
  timestamp: timestamp.nullable(),
  message: z.string().nullable(),
  /** JSON text. */
  details: z.string(),
  /** JSON text of what a result's reference holds; null where there is none. */
  data: z.string().nullable(),
})

/** The type of {@link storedState}. */
export type StoredState = z.output<typeof storedState>

/** A task run as the timeline draws it. */
export const timelineTask = z.object({
  id: z.string(),
  name: z.string(),
  taskKey: z.string(),
  stateType: z.string().nullable(),
  stateName: z.string().nullable(),
  start: timestamp.nullable(),
  end: timestamp.nullable(),
  expected: timestamp.nullable(),
  runCount: z.int(),
  /** The flow run that this task run began, if it is one that stands for a subflow. */
  subflowRunId: z.string().nullable(),
})

/** The type of {@link timelineTask}. */
export type TimelineTask = z.output<typeof timelineTask>

/** Everything a task run's row holds. JSON columns are given as their text, whole. */
export const taskRunPage = z.object({
  id: z.string(),
  name: z.string(),
  created: timestamp.nullable(),
  updated: timestamp.nullable(),
  flowRunId: z.string().nullable(),
  /** Null where the flow run is gone, or there is none. */
  flowRunName: z.string().nullable(),
  flowId: z.string().nullable(),
  flowName: z.string().nullable(),
  subflowRun: runRelative.nullable(),
  stateType: z.string().nullable(),
  stateName: z.string().nullable(),
  stateTimestamp: timestamp.nullable(),
  startTime: timestamp.nullable(),
  endTime: timestamp.nullable(),
  expectedStartTime: timestamp.nullable(),
  nextScheduledStartTime: timestamp.nullable(),
  totalRunTime: z.number().nullable(),
  runCount: z.int(),
  flowRunRunCount: z.int(),
  taskKey: z.string(),
  dynamicKey: z.string(),
  taskVersion: z.string().nullable(),
  cacheKey: z.string().nullable(),
  cacheExpiration: timestamp.nullable(),
  /** JSON text: Prefect's `task_inputs`. */
  taskInputs: z.string(),
  /** JSON text: `max_retries`, `retry_delay_seconds`, `retries`, `retry_delay`, `retry_jitter_factor`. */
  empiricalPolicy: z.string(),
  tags: z.array(z.string()),
  labels: z.array(labelEntry).nullable(),
  unreadable,
})

/** The type of {@link taskRunPage}. */
export type TaskRunPage = z.output<typeof taskRunPage>
