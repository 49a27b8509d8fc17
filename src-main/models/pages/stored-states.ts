import type { contract } from '../../../src-shared/contract/contract.ts'
import type { StoredState } from '../../../src-shared/contract/schemas/run-page.ts'
import { storedMoment } from '../../database/codecs.ts'
import type { ModelOf } from '../../database/model.ts'
import type { FlowRunStateTable, TaskRunStateTable } from '../../database/tables.ts'
import { shownText, textOf } from './shown.ts'

type Pages = ModelOf<typeof contract.runPages>

const columns = ['id', 'type', 'name', 'timestamp', 'message', 'state_details', 'data'] as const

type StateRow = Pick<FlowRunStateTable | TaskRunStateTable, (typeof columns)[number]>

function toState(row: StateRow): StoredState {
  return {
    id: row.id,
    type: shownText(row.type),
    name: shownText(row.name),
    timestamp: storedMoment(row.timestamp),
    message: textOf(row.message),
    details: shownText(row.state_details),
    data: textOf(row.data),
  }
}

/** Prefect's `read_flow_run_states`, with what Prefect could not read. */
export const readFlowRunStates: Pages['readFlowRunStates'] = async (db, { flow_run_id }) => {
  const rows = await db
    .selectFrom('flow_run_state')
    .select(columns)
    .where('flow_run_id', '=', flow_run_id)
    .orderBy('timestamp')
    .orderBy('id')
    .execute()
  return rows.map(toState)
}

/** Prefect's `read_task_run_states`, with what Prefect could not read. */
export const readTaskRunStates: Pages['readTaskRunStates'] = async (db, { task_run_id }) => {
  const rows = await db
    .selectFrom('task_run_state')
    .select(columns)
    .where('task_run_id', '=', task_run_id)
    .orderBy('timestamp')
    .orderBy('id')
    .execute()
  return rows.map(toState)
}
