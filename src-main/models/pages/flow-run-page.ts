import type { contract } from '../../../src-shared/contract/contract.ts'
import type { ModelOf } from '../../database/model.ts'
import { LenientRow } from '../rows/lenient-row.ts'
import { runRowsById } from '../rows/run-row.ts'
import { JsonTexts } from './json-text.ts'
import { parentOf } from './relatives.ts'
import { shownText } from './shown.ts'

type Pages = ModelOf<typeof contract.runPages>

/** What a run has beside what the table of runs shows of it. */
const furtherColumns = [
  'id',
  'deployment_version',
  'parent_task_run_id',
  'work_queue_id',
  'idempotency_key',
  'infrastructure_pid',
  'infrastructure_document_id',
  'created_by',
  'context',
  'parameters',
  'empirical_policy',
  'job_variables',
] as const

/** Prefect's `read_flow_run`, with the names of what the run belongs to. */
export const readFlowRunPage: Pages['readFlowRunPage'] = async (db, { flow_run_id }) => {
  const [run] = await runRowsById(db, [flow_run_id])
  const stored = await db
    .selectFrom('flow_run')
    .select(furtherColumns)
    .where('id', '=', flow_run_id)
    .executeTakeFirst()
  if (!run || !stored) return null
  const row = new LenientRow(stored)
  const json = new JsonTexts(stored, row)
  const further = {
    // The whole of it; that it cannot be read is known from the table's row.
    parameters: shownText(stored.parameters),
    parent: await parentOf(db, stored.parent_task_run_id),
    deploymentVersion: row.textOrNull('deployment_version'),
    workQueueId: row.textOrNull('work_queue_id'),
    idempotencyKey: row.textOrNull('idempotency_key'),
    infrastructurePid: row.textOrNull('infrastructure_pid'),
    infrastructureDocumentId: row.textOrNull('infrastructure_document_id'),
    createdBy: json.textOrNull('created_by'),
    context: json.text('context'),
    empiricalPolicy: json.text('empirical_policy'),
    jobVariables: json.textOrNull('job_variables'),
  }
  return { ...run, ...further, unreadable: [...run.unreadable, ...row.unreadable] }
}
