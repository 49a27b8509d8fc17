import { stateType } from '../../../src-shared/contract/schemas/filter-parts.ts'
import type { RunState } from '../../../src-shared/contract/schemas/run-state.ts'
import { StoredRow, type JsonValue } from '../../database/codecs.ts'
import { isOneOf } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import type { ArtifactTable, FlowRunStateTable, TaskRunStateTable } from '../../database/tables.ts'
import { rowsById } from '../related-rows.ts'
import { withDefaults } from './pydantic.ts'

type StateTableName = 'flow_run_state' | 'task_run_state'

const columns = [
  'id',
  'type',
  'name',
  'timestamp',
  'message',
  'data',
  'state_details',
  'result_artifact_id',
] as const satisfies readonly (keyof FlowRunStateTable & keyof TaskRunStateTable)[]

type StoredState = Pick<FlowRunStateTable, (typeof columns)[number]>

/** A state and the artifact that holds its result. */
export interface StateWithResult {
  readonly state: StoredState
  readonly result: ArtifactTable | undefined
}

/** Prefect's `StateDetails`, with its defaults. */
const details = {
  flow_run_id: null,
  task_run_id: null,
  child_flow_run_id: null,
  scheduled_time: null,
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

/** The states of these ids with their results, by id. */
export async function statesById(
  db: Reading,
  table: StateTableName,
  ids: Iterable<string | null>,
): Promise<ReadonlyMap<string | null, StateWithResult>> {
  const states = await rowsById(ids, (wanted) =>
    db
      .selectFrom(table as 'flow_run_state')
      .select(columns)
      .where((state) => isOneOf(state.ref('id'), wanted))
      .execute(),
  )
  const resultIds = [...states.values()].map((state) => state.result_artifact_id)
  const results = await rowsById(resultIds, (wanted) =>
    db
      .selectFrom('artifact')
      .select(['id', 'data'])
      .where((artifact) => isOneOf(artifact.ref('id'), wanted))
      .execute(),
  )
  const pairs = [...states].map(([id, state]): [string | null, StateWithResult] => {
    return [id, { state, result: results.get(state.result_artifact_id) }]
  })
  return new Map(pairs)
}

/**
 * Prefect's `State`. Where a scheduled state does not say for when, Prefect fills in the moment it is
 * asked at; here it stays null.
 */
export function toRunState(
  table: StateTableName,
  { state: stored, result }: StateWithResult,
): RunState {
  const row = new StoredRow(table, stored)
  return {
    id: stored.id,
    type: row.oneOf('type', stateType.options),
    name: row.text('name'),
    timestamp: row.timestamp('timestamp'),
    message: row.textOrNull('message'),
    data: dataOf(row, result),
    state_details: withDefaults(row.object('state_details'), details),
  }
}

/** Older states hold their data themselves; what Python takes for false counts as none. */
function dataOf(row: StoredRow<StoredState>, result: ArtifactTable | undefined): JsonValue {
  const own = row.json('data')
  if (!isFalsy(own)) return own
  return result ? new StoredRow('artifact', result).json('data') : null
}

function isFalsy(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return !value
  return Object.keys(value).length === 0
}
