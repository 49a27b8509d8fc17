import { completed, testId, type RowWriter } from './row-writer.ts'
import type { Given, Rows, Writable } from './rows.ts'
import {
  defaultStateName,
  stateColumns,
  stateDetails,
  stateOfRun,
  touchedAt,
} from './state-columns.ts'

const flowRunPolicy = {
  max_retries: 0,
  retry_delay_seconds: 0,
  retries: null,
  retry_delay: null,
  pause_keys: [],
  resuming: false,
  retry_type: null,
}

const taskRunPolicy = {
  max_retries: 0,
  retry_delay_seconds: 0,
  retries: 0,
  retry_delay: 0,
  retry_jitter_factor: null,
}

/** Runs and their states. */
export class RunBuilders {
  protected readonly writer: RowWriter

  constructor(writer: RowWriter) {
    this.writer = writer
  }

  /**
   * A flow run (COMPLETED, if nothing else is said) and the row of its state. With `state_type`
   * null it has no state; a `state_id` that is given is left alone and no state row is made.
   */
  flowRun(given: Given<'flow_run', 'flow_id'>): Rows['flow_run'] {
    const number = this.writer.count('flow_run')
    const row = completed(this.#flowRunDefaults(number, given), given)
    const state = given.state_id === undefined ? this.#stateOfFlowRun(row) : null
    const run = this.writer.put('flow_run', row)
    if (!state) return run
    // Each row refers to the other, and SQLite asks at once.
    const { id } = this.flowRunState(state)
    this.writer.run('UPDATE flow_run SET state_id = ? WHERE id = ?', [id, run.id])
    return { ...run, state_id: id }
  }

  #flowRunDefaults(number: number, given: Given<'flow_run', 'flow_id'>): Writable<'flow_run'> {
    const recorded = this.writer.recorded('flow_run', number)
    const state = stateColumns(given, given.created ?? recorded.created)
    const deployment = given.deployment_id
      ? { 'prefect.deployment.id': given.deployment_id }
      : undefined
    return {
      ...recorded,
      ...state,
      updated: touchedAt({ ...recorded, ...state }),
      name: `flow-run-${number}`,
      state_id: null,
      flow_id: given.flow_id,
      flow_version: null,
      parameters: {},
      idempotency_key: null,
      context: {},
      empirical_policy: flowRunPolicy,
      tags: [],
      auto_scheduled: 0,
      deployment_id: null,
      deployment_version: null,
      parent_task_run_id: null,
      infrastructure_document_id: null,
      infrastructure_pid: null,
      work_queue_id: null,
      work_queue_name: null,
      created_by: null,
      job_variables: {},
      labels: { 'prefect.flow.id': given.flow_id, ...deployment },
    }
  }

  #stateOfFlowRun(run: Writable<'flow_run'>): Given<'flow_run_state', 'flow_run_id'> | null {
    const state = stateOfRun(run, { flow_run_id: run.id, task_run_id: null })
    return state && { ...state, flow_run_id: run.id }
  }

  /** A state in a flow run's history; the run itself is not changed. */
  flowRunState(given: Given<'flow_run_state', 'flow_run_id'>): Rows['flow_run_state'] {
    const number = this.writer.count('flow_run_state')
    const recorded = this.writer.recorded('flow_run_state', number)
    const { type = 'COMPLETED', timestamp = recorded.created, flow_run_id } = given
    const scheduled = type === 'SCHEDULED' ? timestamp : null
    const defaults: Writable<'flow_run_state'> = {
      ...recorded,
      type,
      timestamp,
      name: defaultStateName(type),
      message: null,
      state_details: { ...stateDetails({ flow_run_id, task_run_id: null, scheduled }) },
      data: null,
      flow_run_id,
      result_artifact_id: null,
    }
    return this.writer.put('flow_run_state', completed(defaults, given))
  }

  /** A task run (COMPLETED, if nothing else is said; of no flow run) and the row of its state. */
  taskRun(given: Given<'task_run'> = {}): Rows['task_run'] {
    const number = this.writer.count('task_run')
    const row = completed(this.#taskRunDefaults(number, given), given)
    const state = stateOfRun(row, { flow_run_id: row.flow_run_id, task_run_id: row.id })
    if (given.state_id !== undefined || !state) return this.writer.put('task_run', row)
    // No foreign key here: the state's id is known before its row.
    const stateNumber = this.writer.count('task_run_state')
    const run = this.writer.put('task_run', {
      ...row,
      state_id: testId('task_run_state', stateNumber),
    })
    this.#putTaskRunState(stateNumber, { ...state, task_run_id: run.id })
    return run
  }

  #taskRunDefaults(number: number, given: Given<'task_run'>): Writable<'task_run'> {
    const recorded = this.writer.recorded('task_run', number)
    const state = stateColumns(given, given.created ?? recorded.created)
    return {
      ...recorded,
      ...state,
      updated: touchedAt({ ...recorded, ...state }),
      name: `task-run-${number}`,
      state_id: null,
      flow_run_id: null,
      flow_run_run_count: 1,
      task_key: 'task-4c20d2e9',
      dynamic_key: String(number),
      task_version: null,
      empirical_policy: taskRunPolicy,
      task_inputs: {},
      tags: [],
      cache_key: null,
      cache_expiration: null,
      labels: {},
    }
  }

  /** A state in a task run's history; the run itself is not changed. */
  taskRunState(given: Given<'task_run_state', 'task_run_id'>): Rows['task_run_state'] {
    return this.#putTaskRunState(this.writer.count('task_run_state'), given)
  }

  #putTaskRunState(
    number: number,
    given: Given<'task_run_state', 'task_run_id'>,
  ): Rows['task_run_state'] {
    const recorded = this.writer.recorded('task_run_state', number)
    const { type = 'COMPLETED', timestamp = recorded.created, task_run_id } = given
    const scheduled = type === 'SCHEDULED' ? timestamp : null
    const defaults: Writable<'task_run_state'> = {
      ...recorded,
      type,
      timestamp,
      name: defaultStateName(type),
      message: null,
      state_details: { ...stateDetails({ flow_run_id: null, task_run_id, scheduled }) },
      data: null,
      task_run_id,
      result_artifact_id: null,
    }
    return this.writer.put('task_run_state', completed(defaults, given))
  }
}
