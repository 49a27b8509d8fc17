import type { FlowRun } from '../../../src-shared/contract/schemas/flow-run.ts'
import { StoredRow } from '../../database/codecs.ts'
import type { Reading } from '../../database/model.ts'
import type { FlowRunTable } from '../../database/tables.ts'
import { queuesById, type QueueOfPool } from './queue-of-pool.ts'
import { creatorOf, flowRunPolicyOf } from './pydantic.ts'
import { runColumns, toRun } from './run-columns.ts'
import { statesById, toRunState, type StateWithResult } from './run-state-response.ts'

/** The columns of `flow_run` that a response is made of. */
export const flowRunColumns = [
  ...runColumns,
  'flow_id',
  'flow_version',
  'parameters',
  'idempotency_key',
  'context',
  'auto_scheduled',
  'deployment_id',
  'deployment_version',
  'parent_task_run_id',
  'infrastructure_document_id',
  'infrastructure_pid',
  'work_queue_id',
  'work_queue_name',
  'created_by',
  'job_variables',
] as const satisfies readonly (keyof FlowRunTable)[]

type StoredFlowRun = Pick<FlowRunTable, (typeof flowRunColumns)[number]>

/** What other tables hold of a flow run. */
interface Related {
  readonly state: StateWithResult | undefined
  readonly queue: QueueOfPool | undefined
  readonly now: number
}

/** Prefect's `FlowRunResponse` of each row: its state, its queue and its pool are read beside it. */
export async function flowRunResponses(
  db: Reading,
  rows: readonly StoredFlowRun[],
): Promise<FlowRun[]> {
  const ids = rows.map((row) => row.state_id)
  const states = await statesById(db, 'flow_run_state', ids)
  const queues = await queuesById(
    db,
    rows.map((row) => row.work_queue_id),
  )
  const now = Date.now()
  return rows.map((row) => {
    const state = states.get(row.state_id)
    return toFlowRun(row, { state, queue: queues.get(row.work_queue_id), now })
  })
}

/** The name of the queue is the one it has today, where it is still there. */
function toFlowRun(stored: StoredFlowRun, { state, queue, now }: Related): FlowRun {
  const row = new StoredRow('flow_run', stored)
  return {
    ...toRun(row, stored, now),
    flow_id: row.text('flow_id'),
    deployment_id: row.textOrNull('deployment_id'),
    deployment_version: row.textOrNull('deployment_version'),
    work_queue_id: row.textOrNull('work_queue_id'),
    work_queue_name: queue?.name ?? row.textOrNull('work_queue_name'),
    work_pool_id: queue?.poolId ?? null,
    work_pool_name: queue?.poolName ?? null,
    flow_version: row.textOrNull('flow_version'),
    parameters: row.object('parameters'),
    idempotency_key: row.textOrNull('idempotency_key'),
    context: row.object('context'),
    empirical_policy: flowRunPolicyOf(row.object('empirical_policy')),
    labels: row.labels('labels') ?? {},
    parent_task_run_id: row.textOrNull('parent_task_run_id'),
    auto_scheduled: row.boolean('auto_scheduled'),
    infrastructure_document_id: row.textOrNull('infrastructure_document_id'),
    infrastructure_pid: row.textOrNull('infrastructure_pid'),
    created_by: creatorOf(row.objectOrNull('created_by')),
    job_variables: row.objectOrNull('job_variables'),
    state: state ? toRunState('flow_run_state', state) : null,
  }
}
