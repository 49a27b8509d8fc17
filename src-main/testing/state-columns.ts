import type { Rows, Writable } from './rows.ts'
import { later, storedInterval, withoutMicroseconds } from './stored-forms.ts'

/** Prefect's state types. */
export type StateType =
  | 'SCHEDULED'
  | 'PENDING'
  | 'RUNNING'
  | 'COMPLETED'
  | 'FAILED'
  | 'CANCELLED'
  | 'CRASHED'
  | 'PAUSED'
  | 'CANCELLING'

type StateColumn =
  | 'state_type'
  | 'state_name'
  | 'state_timestamp'
  | 'run_count'
  | 'expected_start_time'
  | 'next_scheduled_start_time'
  | 'start_time'
  | 'end_time'
  | 'total_run_time'

type StateColumns = Pick<Rows['flow_run'], StateColumn>

const zero = '1970-01-01 00:00:00.000000'
const withoutStart: ReadonlySet<string> = new Set(['SCHEDULED', 'PENDING'])
const withEnd: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'CANCELLED', 'CRASHED'])

const stateless: StateColumns = {
  state_type: null,
  state_name: null,
  state_timestamp: null,
  run_count: 0,
  expected_start_time: null,
  next_scheduled_start_time: null,
  start_time: null,
  end_time: null,
  total_run_time: zero,
}

/**
 * What Prefect's bookkeeping writes on a run as it enters its state: a run starts a second after
 * it was expected to, and runs for ten. What the test said of the times is kept, and counted with.
 */
export function stateColumns(given: Partial<StateColumns>, created: string): StateColumns {
  const { state_type: type = 'COMPLETED' } = given
  if (type === null) return stateless
  const expected = given.expected_start_time ?? created
  const started = withoutStart.has(type) ? null : later(expected, 1)
  const start = given.start_time === undefined ? started : given.start_time
  const left = type === 'RUNNING' ? null : start && later(start, 10)
  const ended = withEnd.has(type) ? (left ?? expected) : null
  const end = given.end_time === undefined ? ended : given.end_time
  const stopped = end ?? left
  return {
    state_type: type,
    state_name: defaultStateName(type),
    state_timestamp: stopped ?? start ?? expected,
    run_count: start === null ? 0 : 1,
    expected_start_time: expected,
    next_scheduled_start_time: type === 'SCHEDULED' ? expected : null,
    start_time: start,
    end_time: end,
    total_run_time: start && stopped ? storedInterval(start, stopped) : zero,
  }
}

/** The name Prefect gives a state that was given none: its type, capitalised. */
export function defaultStateName(type: string): string {
  return type.slice(0, 1) + type.slice(1).toLowerCase()
}

/** What a state belongs to, and when it was scheduled for. */
export interface StateSubject {
  flow_run_id: string | null
  task_run_id: string | null
  /** A stored moment. */
  scheduled?: string | null
}

/** `state_details` as Prefect writes it: in full, with nulls. */
export function stateDetails({ flow_run_id, task_run_id, scheduled }: StateSubject): object {
  return {
    flow_run_id,
    task_run_id,
    child_flow_run_id: null,
    scheduled_time: scheduled ? `${scheduled.replace(' ', 'T')}Z` : null,
    cache_key: null,
    cache_expiration: null,
    deferred: false,
    untrackable_result: false,
    pause_timeout: null,
    pause_reschedule: false,
    pause_key: null,
    run_input_keyset: null,
    refresh_cache: null,
    retriable: null,
    transition_id: null,
    task_parameters_id: null,
    traceparent: null,
    deployment_concurrency_lease_id: null,
  }
}

/** The columns of the state row that a run's own state columns tell of. */
export function stateOfRun(
  run: Writable<'flow_run'> | Writable<'task_run'>,
  subject: StateSubject,
): {
  type: string
  name: string
  timestamp: string
  state_details: Record<string, unknown>
} | null {
  const { state_type: type, state_name: name, state_timestamp: timestamp } = run
  if (type === null || name === null || timestamp === null) return null
  const scheduled = run.next_scheduled_start_time
  return { type, name, timestamp, state_details: { ...stateDetails({ ...subject, scheduled }) } }
}

/** `updated` of a run: it was last touched as it entered its state. */
export function touchedAt(run: { updated: string; state_timestamp: string | null }): string {
  const { updated, state_timestamp: entered } = run
  return entered === null || entered < updated
    ? updated
    : withoutMicroseconds(later(entered, 0.007))
}
