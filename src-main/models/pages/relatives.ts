import type { contract } from '../../../src-shared/contract/contract.ts'
import type { RunRelative } from '../../../src-shared/contract/schemas/run-page.ts'
import { storedMoment } from '../../database/codecs.ts'
import type { ModelOf, Reading } from '../../database/model.ts'
import { shownText, textOf } from './shown.ts'

type Pages = ModelOf<typeof contract.runPages>

/** How many subflow runs are shown. */
const mostSubflowRuns = 500

const columns = [
  'flow_run.id',
  'flow_run.name',
  'flow_run.flow_id',
  'flow.name as flow_name',
  'flow_run.state_type',
  'flow_run.state_name',
  'flow_run.start_time',
  'flow_run.end_time',
] as const

interface RelativeRow {
  id: string
  name: string
  flow_id: string
  flow_name: string | null
  state_type: string | null
  state_name: string | null
  start_time: string | null
  end_time: string | null
  task_run_id: string | null
}

function toRelative(row: RelativeRow): RunRelative {
  return {
    id: row.id,
    name: shownText(row.name),
    flowId: row.flow_id,
    flowName: textOf(row.flow_name),
    stateType: textOf(row.state_type),
    stateName: textOf(row.state_name),
    startTime: storedMoment(row.start_time),
    endTime: storedMoment(row.end_time),
    taskRunId: row.task_run_id,
  }
}

/** The run that began another one through a task run; null where there is none, or it is gone. */
export async function parentOf(
  db: Reading,
  parentTaskRunId: string | null,
): Promise<RunRelative | null> {
  if (parentTaskRunId === null) return null
  const row = await db
    .selectFrom('task_run')
    .innerJoin('flow_run', 'flow_run.id', 'task_run.flow_run_id')
    .leftJoin('flow', 'flow.id', 'flow_run.flow_id')
    .where('task_run.id', '=', parentTaskRunId)
    .select([...columns, 'task_run.id as task_run_id'])
    .executeTakeFirst()
  return row ? toRelative(row) : null
}

/** The run that a task run began; null where it stands for none. */
export async function subflowRunOf(db: Reading, taskRunId: string): Promise<RunRelative | null> {
  const row = await db
    .selectFrom('flow_run')
    .leftJoin('flow', 'flow.id', 'flow_run.flow_id')
    .where('flow_run.parent_task_run_id', '=', taskRunId)
    .select([...columns, 'flow_run.parent_task_run_id as task_run_id'])
    .orderBy('flow_run.id')
    .executeTakeFirst()
  return row ? toRelative(row) : null
}

/** The runs that a flow run's task runs began: where Prefect's API asks for a `parent_flow_run_id`. */
export const readSubflowRuns: Pages['readSubflowRuns'] = async (db, { flow_run_id }) => {
  const rows = await db
    .selectFrom('task_run')
    .innerJoin('flow_run', 'flow_run.parent_task_run_id', 'task_run.id')
    .leftJoin('flow', 'flow.id', 'flow_run.flow_id')
    .where('task_run.flow_run_id', '=', flow_run_id)
    .select([...columns, 'task_run.id as task_run_id'])
    .orderBy(
      (run) => run.fn.coalesce('flow_run.start_time', 'flow_run.expected_start_time'),
      (order) => order.asc().nullsLast(),
    )
    .orderBy('flow_run.id')
    .limit(mostSubflowRuns)
    .execute()
  return rows.map(toRelative)
}
