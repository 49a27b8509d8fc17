import { z } from 'zod'
import { stateType } from './filter-parts.ts'
import { labels } from './labels.ts'
import { runState } from './run-state.ts'
import { timestamp } from './timestamp.ts'

/** A row of `task_run`, as Prefect's `TaskRun`; lengths of time are in seconds. */
export const taskRun = z.object({
  id: z.string(),
  created: timestamp,
  updated: timestamp,
  name: z.string(),
  flow_run_id: z.string().nullable(),
  task_key: z.string(),
  dynamic_key: z.string(),
  cache_key: z.string().nullable(),
  cache_expiration: timestamp.nullable(),
  task_version: z.string().nullable(),
  empirical_policy: z.record(z.string(), z.json()),
  tags: z.array(z.string()),
  labels: labels.nullable(),
  state_id: z.string().nullable(),
  task_inputs: z.record(z.string(), z.json()),
  state_type: stateType.nullable(),
  state_name: z.string().nullable(),
  run_count: z.int(),
  flow_run_run_count: z.int(),
  expected_start_time: timestamp.nullable(),
  next_scheduled_start_time: timestamp.nullable(),
  start_time: timestamp.nullable(),
  end_time: timestamp.nullable(),
  total_run_time: z.number(),
  estimated_run_time: z.number(),
  estimated_start_time_delta: z.number(),
  state: runState.nullable(),
})

/** The type of {@link taskRun}. */
export type TaskRun = z.output<typeof taskRun>
