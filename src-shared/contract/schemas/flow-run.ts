import { z } from 'zod'
import { stateType } from './filter-parts.ts'
import { labels } from './labels.ts'
import { runState } from './run-state.ts'
import { timestamp } from './timestamp.ts'

const object = z.record(z.string(), z.json())

/** A row of `flow_run`, as Prefect's `FlowRunResponse`; lengths of time are in seconds. */
export const flowRun = z.object({
  id: z.string(),
  created: timestamp,
  updated: timestamp,
  name: z.string(),
  flow_id: z.string(),
  state_id: z.string().nullable(),
  deployment_id: z.string().nullable(),
  deployment_version: z.string().nullable(),
  work_queue_id: z.string().nullable(),
  work_queue_name: z.string().nullable(),
  flow_version: z.string().nullable(),
  parameters: object,
  idempotency_key: z.string().nullable(),
  context: object,
  empirical_policy: object,
  tags: z.array(z.string()),
  labels,
  parent_task_run_id: z.string().nullable(),
  state_type: stateType.nullable(),
  state_name: z.string().nullable(),
  run_count: z.int(),
  expected_start_time: timestamp.nullable(),
  next_scheduled_start_time: timestamp.nullable(),
  start_time: timestamp.nullable(),
  end_time: timestamp.nullable(),
  total_run_time: z.number(),
  estimated_run_time: z.number(),
  estimated_start_time_delta: z.number(),
  auto_scheduled: z.boolean(),
  infrastructure_document_id: z.string().nullable(),
  infrastructure_pid: z.string().nullable(),
  created_by: object.nullable(),
  work_pool_id: z.string().nullable(),
  work_pool_name: z.string().nullable(),
  state: runState.nullable(),
  job_variables: object.nullable(),
})

/** The type of {@link flowRun}. */
export type FlowRun = z.output<typeof flowRun>
