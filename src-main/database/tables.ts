/** Lower-case hyphenated UUID text, 36 characters. */
export type StoredUuid = string

/** UTC text `YYYY-MM-DD HH:MM:SS.ffffff`; compared as text. */
export type StoredTimestamp = string

/** A timestamp text, 1970-01-01 plus the interval. */
export type StoredInterval = string

/** JSON text. A bare number is stored as a number, for the column's affinity is NUMERIC. */
export type StoredJson = string

/** 0 or 1. */
export type StoredBoolean = number

interface Recorded {
  id: StoredUuid
  created: StoredTimestamp
  updated: StoredTimestamp
}

/** `flow`. */
export interface FlowTable extends Recorded {
  name: string
  tags: StoredJson
  labels: StoredJson | null
}

/** The columns that `flow_run` and `task_run` share. */
interface RunTable extends Recorded {
  name: string
  state_type: string | null
  state_name: string | null
  state_id: StoredUuid | null
  state_timestamp: StoredTimestamp | null
  run_count: number
  expected_start_time: StoredTimestamp | null
  next_scheduled_start_time: StoredTimestamp | null
  start_time: StoredTimestamp | null
  end_time: StoredTimestamp | null
  total_run_time: StoredInterval
  empirical_policy: StoredJson
  tags: StoredJson
  labels: StoredJson | null
}

/** `flow_run`. */
export interface FlowRunTable extends RunTable {
  flow_id: StoredUuid
  flow_version: string | null
  parameters: StoredJson
  context: StoredJson
  idempotency_key: string | null
  auto_scheduled: StoredBoolean
  /** No foreign key: the deployment may be gone. */
  deployment_id: StoredUuid | null
  deployment_version: string | null
  parent_task_run_id: StoredUuid | null
  infrastructure_document_id: StoredUuid | null
  infrastructure_pid: string | null
  work_queue_id: StoredUuid | null
  work_queue_name: string | null
  created_by: StoredJson | null
  job_variables: StoredJson | null
}

/** `task_run`. */
export interface TaskRunTable extends RunTable {
  flow_run_id: StoredUuid | null
  flow_run_run_count: number
  task_key: string
  dynamic_key: string
  task_version: string | null
  task_inputs: StoredJson
  cache_key: string | null
  cache_expiration: StoredTimestamp | null
}

/** `flow_run_state` and `task_run_state` have these in common. */
interface StateTable extends Recorded {
  type: string
  timestamp: StoredTimestamp
  name: string
  message: string | null
  state_details: StoredJson
  data: StoredJson | null
  /** Where the data lies that is not in `data`. */
  result_artifact_id: StoredUuid | null
}

/** `flow_run_state`. */
export interface FlowRunStateTable extends StateTable {
  flow_run_id: StoredUuid
}

/** `task_run_state`. */
export interface TaskRunStateTable extends StateTable {
  task_run_id: StoredUuid
}

/** `deployment`. */
export interface DeploymentTable extends Recorded {
  name: string
  flow_id: StoredUuid
  tags: StoredJson
  labels: StoredJson | null
  paused: StoredBoolean
  status: string
  description: string | null
  version: string | null
  path: string | null
  entrypoint: string | null
  parameters: StoredJson
  parameter_openapi_schema: StoredJson | null
  pull_steps: StoredJson | null
  enforce_parameter_schema: StoredBoolean
  /** What the API calls `job_variables`. */
  infra_overrides: StoredJson
  infrastructure_document_id: StoredUuid | null
  storage_document_id: StoredUuid | null
  work_queue_id: StoredUuid | null
  work_queue_name: string | null
  last_polled: StoredTimestamp | null
  created_by: StoredJson | null
  updated_by: StoredJson | null
  concurrency_options: StoredJson | null
  concurrency_limit_id: StoredUuid | null
}

/** `deployment_schedule`. */
export interface DeploymentScheduleTable extends Recorded {
  schedule: StoredJson
  active: StoredBoolean
  deployment_id: StoredUuid
  max_scheduled_runs: number | null
  parameters: StoredJson
  slug: string | null
}

/** `log`: no foreign keys. */
export interface LogTable extends Recorded {
  name: string
  level: number
  flow_run_id: StoredUuid | null
  task_run_id: StoredUuid | null
  message: string
  timestamp: StoredTimestamp
}

/** `artifact`, as far as it is asked. */
export interface ArtifactTable {
  id: StoredUuid
  /** JSON's `null` where there is none. */
  data: StoredJson | null
}

/** `work_queue`, as far as it is asked. */
export interface WorkQueueTable extends Recorded {
  name: string
  work_pool_id: StoredUuid
}

/** `work_pool`, as far as it is asked. */
export interface WorkPoolTable extends Recorded {
  name: string
  type: string
}

/** `concurrency_limit` (V1). */
export interface ConcurrencyLimitTable extends Recorded {
  tag: string
  concurrency_limit: number
  /** A list of task run ids. */
  active_slots: StoredJson
}

/** `concurrency_limit_v2`. */
export interface ConcurrencyLimitV2Table extends Recorded {
  active: StoredBoolean
  name: string
  limit: number
  active_slots: number
  denied_slots: number
  slot_decay_per_second: number
  avg_slot_occupancy_seconds: number
}

/** `alembic_version`: one row. */
export interface AlembicVersionTable {
  version_num: string
}

/** `events`, as far as it is asked. */
export interface EventTable {
  id: StoredUuid
  occurred: StoredTimestamp
  event: string
  resource_id: string
  resource: StoredJson
  related: StoredJson
  /** On a release, the id of the acquisition it ends. */
  follows: StoredUuid | null
}

/** The tables of Prefect's database that Sluice asks, as they are stored. */
export interface Database {
  alembic_version: AlembicVersionTable
  flow: FlowTable
  flow_run: FlowRunTable
  task_run: TaskRunTable
  flow_run_state: FlowRunStateTable
  task_run_state: TaskRunStateTable
  deployment: DeploymentTable
  deployment_schedule: DeploymentScheduleTable
  log: LogTable
  artifact: ArtifactTable
  work_queue: WorkQueueTable
  work_pool: WorkPoolTable
  concurrency_limit: ConcurrencyLimitTable
  concurrency_limit_v2: ConcurrencyLimitV2Table
  events: EventTable
}
