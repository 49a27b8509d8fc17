/** How the parts of a filter object are joined. */
export type Operator = 'and_' | 'or_'

type Maybe<T> = T | null | undefined

interface Joined {
  operator?: Operator | undefined
}

/** `any_` and `not_any_`. */
export interface InOrOut {
  any_?: Maybe<readonly string[]>
  not_any_?: Maybe<readonly string[]>
}

/** `any_` alone. */
export interface OneOf {
  any_?: Maybe<readonly string[]>
}

/** By name. */
export interface ByName extends OneOf {
  like_?: Maybe<string>
}

/** By tags; `any_` not on flows and task runs. */
export interface ByTags extends Joined {
  all_?: Maybe<readonly string[]>
  any_?: Maybe<readonly string[]>
  is_null_?: Maybe<boolean>
}

/** By a column that may be NULL. */
export interface ByNullable extends Joined, OneOf {
  is_null_?: Maybe<boolean>
}

/** By a span of time; `is_null_` not everywhere. */
export interface BySpan {
  before_?: Maybe<string>
  after_?: Maybe<string>
  is_null_?: Maybe<boolean>
}

/** By state; `not_any_` not on task runs. */
export interface ByState extends Joined {
  type?: Maybe<InOrOut>
  name?: Maybe<InOrOut>
}

/** Prefect's FlowFilter as it is sent. */
export interface WireFlowFilter extends Joined {
  id?: Maybe<InOrOut>
  name?: Maybe<ByName>
  tags?: Maybe<ByTags>
  deployment?: Maybe<Joined & { is_null_?: Maybe<boolean> }>
}

/** Prefect's FlowRunFilter as it is sent. */
export interface WireFlowRunFilter extends Joined {
  id?: Maybe<InOrOut>
  name?: Maybe<ByName>
  tags?: Maybe<ByTags>
  deployment_id?: Maybe<ByNullable>
  work_queue_name?: Maybe<ByNullable>
  state?: Maybe<ByState>
  flow_version?: Maybe<OneOf>
  start_time?: Maybe<BySpan>
  end_time?: Maybe<BySpan>
  expected_start_time?: Maybe<BySpan>
  next_scheduled_start_time?: Maybe<BySpan>
  parent_flow_run_id?: Maybe<Joined & OneOf>
  parent_task_run_id?: Maybe<ByNullable>
  idempotency_key?: Maybe<InOrOut>
  created_by?: Maybe<
    Joined & {
      id_?: Maybe<readonly string[]>
      type_?: Maybe<readonly string[]>
      is_null_?: Maybe<boolean>
    }
  >
}

/** Prefect's TaskRunFilter as it is sent. */
export interface WireTaskRunFilter extends Joined {
  id?: Maybe<OneOf>
  name?: Maybe<ByName>
  tags?: Maybe<ByTags>
  state?: Maybe<ByState>
  start_time?: Maybe<BySpan>
  end_time?: Maybe<BySpan>
  expected_start_time?: Maybe<BySpan>
  subflow_runs?: Maybe<{ exists_?: Maybe<boolean> }>
  flow_run_id?: Maybe<ByNullable>
}

/** Prefect's DeploymentFilter as it is sent. */
export interface WireDeploymentFilter extends Joined {
  id?: Maybe<InOrOut>
  name?: Maybe<ByName>
  flow_or_deployment_name?: Maybe<{ like_?: Maybe<string> }>
  paused?: Maybe<{ eq_?: Maybe<boolean> }>
  tags?: Maybe<ByTags>
  work_queue_name?: Maybe<OneOf>
  concurrency_limit?: Maybe<{
    ge_?: Maybe<number>
    le_?: Maybe<number>
    is_null_?: Maybe<boolean>
  }>
}

/** Prefect's WorkPoolFilter as it is sent. */
export interface WireWorkPoolFilter extends Joined {
  id?: Maybe<OneOf>
  name?: Maybe<OneOf>
  type?: Maybe<OneOf>
}

/** Prefect's WorkQueueFilter as it is sent. */
export interface WireWorkQueueFilter extends Joined {
  id?: Maybe<OneOf>
  name?: Maybe<OneOf & { startswith_?: Maybe<readonly string[]> }>
}

/** Prefect's LogFilter as it is sent. */
export interface WireLogFilter extends Joined {
  level?: Maybe<{ ge_?: Maybe<number>; le_?: Maybe<number> }>
  timestamp?: Maybe<BySpan>
  flow_run_id?: Maybe<OneOf>
  task_run_id?: Maybe<OneOf & { is_null_?: Maybe<boolean> }>
  text?: Maybe<{ query: string }>
}

/** Prefect's FlowSort. */
export type WireSort = 'CREATED_DESC' | 'UPDATED_DESC' | 'NAME_ASC' | 'NAME_DESC'

/** The five filters as they are sent. */
export interface WireFilters {
  flows?: Maybe<WireFlowFilter>
  flow_runs?: Maybe<WireFlowRunFilter>
  task_runs?: Maybe<WireTaskRunFilter>
  deployments?: Maybe<WireDeploymentFilter>
  work_pools?: Maybe<WireWorkPoolFilter>
}

/** The six filters of flow runs and deployments as they are sent. */
export interface WireRunFilters extends WireFilters {
  work_pool_queues?: Maybe<WireWorkQueueFilter>
}

/** The four filters of task runs as they are sent. */
export type WireTaskRunFilters = Omit<WireFilters, 'work_pools'>

/** A sort by its name and a page, as they are sent. */
export interface WirePage {
  sort?: string | undefined
  limit?: Maybe<number>
  offset?: Maybe<number>
}

/** The input of `flows.readFlows` as it is sent. */
export interface WireQuestion extends WireFilters {
  sort?: WireSort | undefined
  limit?: Maybe<number>
  offset?: Maybe<number>
}
