import type {
  ConcurrencyLimitTable,
  ConcurrencyLimitV2Table,
  DeploymentTable,
  FlowRunTable,
  FlowTable,
  StoredBoolean,
  StoredJson,
  StoredTimestamp,
  StoredUuid,
  TaskRunTable,
  WorkPoolTable,
  WorkQueueTable,
} from '../database/tables.ts'
import type { JsonInput } from './stored-forms.ts'

interface Recorded {
  id: StoredUuid
  created: StoredTimestamp
  updated: StoredTimestamp
}

interface StateRow extends Recorded {
  type: string
  timestamp: StoredTimestamp
  name: string
  message: string | null
  state_details: StoredJson
  data: StoredJson | null
  result_artifact_id: StoredUuid | null
}

/** `deployment`, every column. */
export interface DeploymentRow extends DeploymentTable {
  parameters: StoredJson
  description: string | null
  infrastructure_document_id: StoredUuid | null
  parameter_openapi_schema: StoredJson | null
  storage_document_id: StoredUuid | null
  version: string | null
  infra_overrides: StoredJson
  path: string | null
  entrypoint: string | null
  created_by: StoredJson | null
  updated_by: StoredJson | null
  pull_steps: StoredJson | null
  enforce_parameter_schema: StoredBoolean
  last_polled: StoredTimestamp | null
  status: string
  concurrency_limit: number | null
  concurrency_options: StoredJson | null
  version_id: StoredUuid | null
}

/** `deployment_schedule`, every column. */
export interface DeploymentScheduleRow extends Recorded {
  schedule: StoredJson
  active: StoredBoolean
  deployment_id: StoredUuid
  max_scheduled_runs: number | null
  parameters: StoredJson
  slug: string | null
}

/** `work_pool`, every column. */
export interface WorkPoolRow extends WorkPoolTable {
  description: string | null
  base_job_template: StoredJson
  is_paused: StoredBoolean
  concurrency_limit: number | null
  default_queue_id: StoredUuid | null
  status: string
  last_transitioned_status_at: StoredTimestamp | null
  last_status_event_id: StoredUuid | null
  storage_configuration: StoredJson
}

/** `work_queue`, every column. */
export interface WorkQueueRow extends WorkQueueTable {
  filter: StoredJson | null
  description: string
  is_paused: StoredBoolean
  concurrency_limit: number | null
  last_polled: StoredTimestamp | null
  priority: number
  status: string
}

/** `events`, every column. */
export interface EventRow extends Recorded {
  occurred: StoredTimestamp
  event: string
  resource_id: string
  resource: StoredJson
  related_resource_ids: StoredJson
  related: StoredJson
  payload: StoredJson
  received: StoredTimestamp
  recorded: StoredTimestamp
  follows: StoredUuid | null
}

/** `event_resources`, every column. */
export interface EventResourceRow extends Recorded {
  occurred: StoredTimestamp
  resource_id: string
  resource_role: string
  resource: StoredJson
  event_id: StoredUuid
}

/** `log`, every column. */
export interface LogRow extends Recorded {
  name: string
  level: number
  flow_run_id: StoredUuid | null
  task_run_id: StoredUuid | null
  message: string
  timestamp: StoredTimestamp
}

/** `artifact`, every column. */
export interface ArtifactRow extends Recorded {
  key: string | null
  type: string | null
  data: StoredJson | null
  metadata_: StoredJson | null
  task_run_id: StoredUuid | null
  flow_run_id: StoredUuid | null
  description: string | null
}

/** The tables that tests fill, with all their columns, as they are stored. */
export interface Rows {
  flow: FlowTable
  flow_run: FlowRunTable
  flow_run_state: StateRow & { flow_run_id: StoredUuid }
  task_run: TaskRunTable
  task_run_state: StateRow & { task_run_id: StoredUuid }
  deployment: DeploymentRow
  deployment_schedule: DeploymentScheduleRow
  work_pool: WorkPoolRow
  work_queue: WorkQueueRow
  concurrency_limit: ConcurrencyLimitTable
  concurrency_limit_v2: ConcurrencyLimitV2Table
  events: EventRow
  event_resources: EventResourceRow
  log: LogRow
  artifact: ArtifactRow
}

/** A table that tests fill. */
export type TableName = keyof Rows

/** The columns that hold JSON, in whichever table: a builder takes their value or their text. */
type JsonColumn =
  | 'tags'
  | 'labels'
  | 'parameters'
  | 'context'
  | 'empirical_policy'
  | 'job_variables'
  | 'created_by'
  | 'updated_by'
  | 'task_inputs'
  | 'state_details'
  | 'data'
  | 'parameter_openapi_schema'
  | 'infra_overrides'
  | 'pull_steps'
  | 'concurrency_options'
  | 'schedule'
  | 'base_job_template'
  | 'storage_configuration'
  | 'filter'
  | 'active_slots'
  | 'resource'
  | 'related_resource_ids'
  | 'related'
  | 'payload'
  | 'metadata_'

type Settable<Row> = {
  [K in keyof Row]: K extends JsonColumn
    ? string extends Row[K]
      ? Row[K] | JsonInput
      : Row[K]
    : Row[K]
}

/** A whole row, as a builder may write it down. */
export type Writable<T extends TableName> = Settable<Rows[T]>

/** What a test says of a row; the builder adds the rest. The columns in `Needed` it must say. */
export type Given<T extends TableName, Needed extends keyof Rows[T] = never> = Partial<
  Writable<T>
> &
  Pick<Writable<T>, Needed>
