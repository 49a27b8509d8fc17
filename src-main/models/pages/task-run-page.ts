import type { contract } from '../../../src-shared/contract/contract.ts'
import type { ModelOf, Reading } from '../../database/model.ts'
import { LenientRow } from '../rows/lenient-row.ts'
import { JsonTexts } from './json-text.ts'
import { shownState } from './shown-state.ts'
import { subflowRunOf } from './relatives.ts'

type Pages = ModelOf<typeof contract.runPages>

const columns = [
  'task_run.id',
  'task_run.name',
  'task_run.created',
  'task_run.updated',
  'task_run.flow_run_id',
  'flow_run.name as flow_run_name',
  'flow_run.flow_id',
  'flow.name as flow_name',
  'task_run.state_type',
  'task_run.state_name',
  'task_run.state_timestamp',
  'task_run.start_time',
  'task_run.end_time',
  'task_run.expected_start_time',
  'task_run.next_scheduled_start_time',
  'task_run.total_run_time',
  'task_run.run_count',
  'task_run.flow_run_run_count',
  'task_run.task_key',
  'task_run.dynamic_key',
  'task_run.task_version',
  'task_run.cache_key',
  'task_run.cache_expiration',
  'task_run.task_inputs',
  'task_run.empirical_policy',
  'task_run.tags',
  'task_run.labels',
] as const

function storedTask(db: Reading, id: string) {
  return db
    .selectFrom('task_run')
    .leftJoin('flow_run', 'flow_run.id', 'task_run.flow_run_id')
    .leftJoin('flow', 'flow.id', 'flow_run.flow_id')
    .select(columns)
    .where('task_run.id', '=', id)
    .executeTakeFirst()
}

/** Prefect's `read_task_run`, with the names of what the task run belongs to. */
export const readTaskRunPage: Pages['readTaskRunPage'] = async (db, { task_run_id }) => {
  const stored = await storedTask(db, task_run_id)
  if (!stored) return null
  const row = new LenientRow(stored)
  const json = new JsonTexts(stored, row)
  return {
    id: stored.id,
    name: row.text('name'),
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    flowRunId: row.textOrNull('flow_run_id'),
    flowRunName: row.textOrNull('flow_run_name'),
    flowId: row.textOrNull('flow_id'),
    flowName: row.textOrNull('flow_name'),
    subflowRun: await subflowRunOf(db, stored.id),
    stateType: shownState(row),
    stateName: row.textOrNull('state_name'),
    stateTimestamp: row.timestamp('state_timestamp'),
    startTime: row.timestamp('start_time'),
    endTime: row.timestamp('end_time'),
    expectedStartTime: row.timestamp('expected_start_time'),
    nextScheduledStartTime: row.timestamp('next_scheduled_start_time'),
    totalRunTime: row.seconds('total_run_time'),
    runCount: row.integer('run_count'),
    flowRunRunCount: row.integer('flow_run_run_count'),
    taskKey: row.text('task_key'),
    dynamicKey: row.text('dynamic_key'),
    taskVersion: row.textOrNull('task_version'),
    cacheKey: row.textOrNull('cache_key'),
    cacheExpiration: row.timestamp('cache_expiration'),
    taskInputs: json.text('task_inputs'),
    empiricalPolicy: json.text('empirical_policy'),
    tags: row.texts('tags'),
    labels: row.labels('labels'),
    unreadable: row.unreadable,
  }
}
