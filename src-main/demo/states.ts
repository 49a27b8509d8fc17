import { Float, pythonJson } from './python-json.ts'
import { day, jsonTime, timestamp } from './times.ts'

/** `state_details` older than this hold only what is set: see `DetailContext`. */
export const briefAfter = 1.5 * day

/** `state_type`. */
export type StateType =
  | 'SCHEDULED'
  | 'PENDING'
  | 'RUNNING'
  | 'PAUSED'
  | 'CANCELLING'
  | 'COMPLETED'
  | 'FAILED'
  | 'CRASHED'
  | 'CANCELLED'

/** One state of a run: a row of `flow_run_state` or `task_run_state`. */
export interface Step {
  readonly type: StateType
  /** `state_name`; absent: the type, capitalised. */
  readonly name?: string
  readonly at: number
  readonly message?: string
  readonly scheduledTime?: number
  readonly pause?: {
    readonly key: string
    readonly timeout: number
    /** The process ends meanwhile, and the run is scheduled anew: Suspended, not Paused. */
    readonly reschedule: boolean
  }
  /** The lease of the deployment's concurrency limit, kept from state to state. */
  readonly lease?: string
}

const terminal: ReadonlySet<StateType> = new Set(['COMPLETED', 'FAILED', 'CRASHED', 'CANCELLED'])

/** Whether a run ends in a state of this type. */
export function isTerminal(type: StateType): boolean {
  return terminal.has(type)
}

/** `state_name`. */
export function stateName(step: Step): string {
  return step.name ?? step.type.charAt(0) + step.type.slice(1).toLowerCase()
}

/** The columns of a run that follow from its states, as Prefect's orchestration keeps them. */
export function bookkeeping(steps: readonly Step[]) {
  let started: number | undefined
  let ended: number | undefined
  let runCount = 0
  let runTime = 0
  let previous: Step | undefined
  for (const step of steps) {
    if (previous?.type === 'RUNNING') runTime += step.at - previous.at
    if (step.type === 'RUNNING') {
      runCount += 1
      started ??= step.at
    }
    ended = isTerminal(step.type) ? step.at : undefined
    started ??= ended
    previous = step
  }
  const expected = steps[0]?.scheduledTime ?? steps[0]?.at
  const next = previous?.type === 'SCHEDULED' ? previous.scheduledTime : undefined
  return {
    state_type: previous?.type ?? null,
    run_count: runCount,
    expected_start_time: optionalTime(expected),
    next_scheduled_start_time: optionalTime(next),
    start_time: optionalTime(started),
    end_time: optionalTime(ended),
    total_run_time: timestamp(runTime),
    state_name: previous === undefined ? null : stateName(previous),
    state_timestamp: optionalTime(previous?.at),
  }
}

function optionalTime(at: number | undefined): string | null {
  return at === undefined ? null : timestamp(at)
}

/** What `state_details` says beside the step itself. */
export interface DetailContext {
  readonly flowRunId: string | null
  readonly taskRunId: string | null
  readonly childFlowRunId?: string
  readonly transitionId: string | null
  readonly deferred: boolean | null
  /** Only what is set, as older servers wrote it: a third of the file's size. */
  readonly brief: boolean
}

/** The JSON of `state_details`. */
export function stateDetails(step: Step, context: DetailContext): string {
  if (context.brief) return briefDetails(step, context)
  const pending = step.type === 'SCHEDULED' || step.type === 'PENDING'
  return pythonJson({
    flow_run_id: context.flowRunId,
    task_run_id: context.taskRunId,
    child_flow_run_id: context.childFlowRunId ?? null,
    scheduled_time: pending ? optionalJsonTime(step.scheduledTime) : null,
    cache_key: null,
    cache_expiration: null,
    deferred: context.deferred,
    untrackable_result: step.type === 'COMPLETED',
    pause_timeout: optionalJsonTime(step.pause?.timeout),
    pause_reschedule: step.pause?.reschedule ?? false,
    pause_key: step.pause?.key ?? null,
    run_input_keyset: null,
    refresh_cache: null,
    retriable: step.type === 'FAILED' && context.taskRunId !== null ? false : null,
    transition_id: context.transitionId,
    task_parameters_id: null,
    traceparent: null,
    deployment_concurrency_lease_id: step.lease ?? null,
  })
}

function briefDetails(step: Step, context: DetailContext): string {
  return pythonJson({
    flow_run_id: context.flowRunId,
    task_run_id: context.taskRunId ?? undefined,
    child_flow_run_id: context.childFlowRunId,
    scheduled_time: optionalJsonTime(step.scheduledTime) ?? undefined,
    untrackable_result: step.type === 'COMPLETED' || undefined,
  })
}

function optionalJsonTime(at: number | undefined): string | null {
  return at === undefined ? null : jsonTime(at)
}

/** `empirical_policy` of a flow run. */
export function flowRunPolicy(retries: number | null, pauseKeys: readonly string[]): string {
  return pythonJson({
    max_retries: 0,
    retry_delay_seconds: new Float(0),
    retries,
    retry_delay: retries === null ? null : retries > 0 ? 30 : 0,
    pause_keys: pauseKeys,
    resuming: false,
    retry_type: null,
  })
}

/** `empirical_policy` of a task run. */
export function taskRunPolicy(retries: number): string {
  return pythonJson({
    max_retries: 0,
    retry_delay_seconds: new Float(0),
    retries,
    retry_delay: retries > 0 ? 10 : 0,
    retry_jitter_factor: null,
  })
}
