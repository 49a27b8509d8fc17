import type { TaskRun } from '../../../src-shared/contract/schemas/task-run.ts'
import { StoredRow } from '../../database/codecs.ts'
import type { Reading } from '../../database/model.ts'
import type { TaskRunTable } from '../../database/tables.ts'
import { taskRunPolicyOf } from './pydantic.ts'
import { runColumns, toRun } from './run-columns.ts'
import { statesById, toRunState, type StateWithResult } from './run-state-response.ts'

/** The columns of `task_run` that a response is made of. */
export const taskRunColumns = [
  ...runColumns,
  'flow_run_id',
  'flow_run_run_count',
  'task_key',
  'dynamic_key',
  'cache_key',
  'cache_expiration',
  'task_version',
  'task_inputs',
] as const satisfies readonly (keyof TaskRunTable)[]

type StoredTaskRun = Pick<TaskRunTable, (typeof taskRunColumns)[number]>

/** Prefect's `TaskRun` of each row: its state is read beside it. */
export async function taskRunResponses(
  db: Reading,
  rows: readonly StoredTaskRun[],
): Promise<TaskRun[]> {
  const ids = rows.map((row) => row.state_id)
  const states = await statesById(db, 'task_run_state', ids)
  const now = Date.now()
  return rows.map((row) => toTaskRun(row, { state: states.get(row.state_id), now }))
}

function toTaskRun(
  stored: StoredTaskRun,
  { state, now }: { state: StateWithResult | undefined; now: number },
): TaskRun {
  const row = new StoredRow('task_run', stored)
  return {
    ...toRun(row, stored, now),
    flow_run_id: row.textOrNull('flow_run_id'),
    task_key: row.text('task_key'),
    dynamic_key: row.text('dynamic_key'),
    cache_key: row.textOrNull('cache_key'),
    cache_expiration: row.timestampOrNull('cache_expiration'),
    task_version: row.textOrNull('task_version'),
    empirical_policy: taskRunPolicyOf(row.object('empirical_policy')),
    labels: row.labels('labels'),
    task_inputs: row.object('task_inputs'),
    flow_run_run_count: row.integer('flow_run_run_count'),
    state: state ? toRunState('task_run_state', state) : null,
  }
}
