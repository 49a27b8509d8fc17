import { stateType } from '../../../src-shared/contract/schemas/filter-parts.ts'
import type { RunRow } from '../../../src-shared/contract/schemas/run-row.ts'
import { isOneOf } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import { firstCharacters, isJsonObject } from '../../database/row-expressions.ts'
import { LenientRow } from './lenient-row.ts'

/** How much of the parameters a table's cell gets, in characters. */
const shownParameters = 400
/** How much of what cannot be read is shown. */
const shownStored = 2000

const columns = [
  'flow_run.id',
  'flow_run.name',
  'flow_run.created',
  'flow_run.updated',
  'flow_run.flow_id',
  'flow_run.deployment_id',
  'flow_run.work_queue_name',
  'flow_run.state_type',
  'flow_run.state_name',
  'flow_run.state_timestamp',
  'flow_run.start_time',
  'flow_run.end_time',
  'flow_run.expected_start_time',
  'flow_run.next_scheduled_start_time',
  'flow_run.total_run_time',
  'flow_run.run_count',
  'flow_run.auto_scheduled',
  'flow_run.flow_version',
  'flow_run.parent_task_run_id',
  'flow_run.tags',
  'flow_run.labels',
] as const

/** The runs of these ids, in their order, with the names of what they belong to. */
export async function runRowsById(db: Reading, ids: readonly string[]): Promise<RunRow[]> {
  if (ids.length === 0) return []
  const stored = await storedRuns(db, ids)
  const byId = new Map(stored.map((run) => [run.id, run]))
  return ids.flatMap((id) => {
    const run = byId.get(id)
    return run ? [toRunRow(run)] : []
  })
}

type StoredRun = Awaited<ReturnType<typeof storedRuns>>[number]

function storedRuns(db: Reading, ids: readonly string[]) {
  return db
    .selectFrom('flow_run')
    .leftJoin('flow', 'flow.id', 'flow_run.flow_id')
    .leftJoin('deployment', 'deployment.id', 'flow_run.deployment_id')
    .leftJoin('work_queue as queue', 'queue.id', 'flow_run.work_queue_id')
    .leftJoin('work_pool as pool', 'pool.id', 'queue.work_pool_id')
    .where((run) => isOneOf(run.ref('flow_run.id'), ids))
    .select(columns)
    .select((run) => [
      'flow.name as flow_name',
      'deployment.name as deployment_name',
      'pool.name as pool_name',
      firstCharacters(run.ref('flow_run.parameters'), shownStored).as('parameters'),
      isJsonObject(run.ref('flow_run.parameters')).as('has_parameters'),
    ])
    .execute()
}

function toRunRow(stored: StoredRun): RunRow {
  const row = new LenientRow(stored)
  const values = {
    id: row.text('id'),
    name: row.text('name'),
    ...belonging(row),
    ...state(row),
    ...times(row),
    runCount: row.integer('run_count'),
    autoScheduled: row.boolean('auto_scheduled'),
    flowVersion: row.textOrNull('flow_version'),
    tags: row.texts('tags'),
    labels: row.labels('labels'),
    parameters: parametersOf(row, stored),
  }
  return { ...values, unreadable: row.unreadable }
}

function belonging(row: LenientRow<StoredRun>) {
  return {
    flowId: row.text('flow_id'),
    flowName: row.textOrNull('flow_name'),
    deploymentId: row.textOrNull('deployment_id'),
    deploymentName: row.textOrNull('deployment_name'),
    workPoolName: row.textOrNull('pool_name'),
    workQueueName: row.textOrNull('work_queue_name'),
    parentTaskRunId: row.textOrNull('parent_task_run_id'),
  }
}

function state(row: LenientRow<StoredRun>) {
  const type = row.textOrNull('state_type')
  if (type !== null && !stateType.safeParse(type).success) row.mark('state_type')
  return {
    stateType: type,
    stateName: row.textOrNull('state_name'),
    stateTimestamp: row.timestamp('state_timestamp'),
  }
}

function times(row: LenientRow<StoredRun>) {
  return {
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    startTime: row.timestamp('start_time'),
    endTime: row.timestamp('end_time'),
    expectedStartTime: row.timestamp('expected_start_time'),
    nextScheduledStartTime: row.timestamp('next_scheduled_start_time'),
    totalRunTime: row.seconds('total_run_time'),
  }
}

function parametersOf(row: LenientRow<StoredRun>, stored: StoredRun): string {
  if (stored.has_parameters) return row.text('parameters').slice(0, shownParameters)
  row.mark('parameters')
  return ''
}
