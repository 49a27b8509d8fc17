import { z } from 'zod'
import { labels } from './labels.ts'
import { timestamp } from './timestamp.ts'

const object = z.record(z.string(), z.json())

/** Prefect's `DeploymentSchedule`. */
export const deploymentSchedule = z.object({
  id: z.string(),
  created: timestamp,
  updated: timestamp,
  deployment_id: z.string(),
  schedule: object,
  active: z.boolean(),
  max_scheduled_runs: z.int().nullable(),
  parameters: object,
  slug: z.string().nullable(),
})

/** Prefect's `GlobalConcurrencyLimitResponse`: `active_slots` as stored, before decay. */
export const globalConcurrencyLimit = z.object({
  id: z.string(),
  created: timestamp,
  updated: timestamp,
  active: z.boolean(),
  name: z.string(),
  limit: z.int(),
  active_slots: z.int(),
  slot_decay_per_second: z.number(),
})

/** A row of `deployment`, as Prefect's `DeploymentResponse`. */
export const deployment = z.object({
  id: z.string(),
  created: timestamp,
  updated: timestamp,
  name: z.string(),
  version: z.string().nullable(),
  description: z.string().nullable(),
  flow_id: z.string(),
  paused: z.boolean(),
  schedules: z.array(deploymentSchedule),
  /** Deprecated: always null, as Prefect answers it. */
  concurrency_limit: z.null(),
  global_concurrency_limit: globalConcurrencyLimit.nullable(),
  concurrency_options: object.nullable(),
  job_variables: object,
  parameters: object,
  tags: z.array(z.string()),
  labels,
  work_queue_name: z.string().nullable(),
  work_queue_id: z.string().nullable(),
  last_polled: timestamp.nullable(),
  parameter_openapi_schema: object.nullable(),
  path: z.string().nullable(),
  pull_steps: z.array(object).nullable(),
  entrypoint: z.string().nullable(),
  storage_document_id: z.string().nullable(),
  infrastructure_document_id: z.string().nullable(),
  created_by: object.nullable(),
  updated_by: object.nullable(),
  work_pool_name: z.string().nullable(),
  status: z.enum(['READY', 'NOT_READY']).nullable(),
  enforce_parameter_schema: z.boolean(),
})

/** The type of {@link deployment}. */
export type Deployment = z.output<typeof deployment>
