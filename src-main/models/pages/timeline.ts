import type { contract } from '../../../src-shared/contract/contract.ts'
import { storedMoment } from '../../database/codecs.ts'
import type { ModelOf } from '../../database/model.ts'
import { shownCount, shownText, textOf } from './shown.ts'

type Pages = ModelOf<typeof contract.runPages>

/** The task runs of one flow run as they are drawn. Prefect's counterpart is its run graph. */
export const readTimeline: Pages['readTimeline'] = async (db, { flow_run_id, limit }) => {
  const { total } = await db
    .selectFrom('task_run')
    .where('flow_run_id', '=', flow_run_id)
    .select((task) => task.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('task_run')
    .where('flow_run_id', '=', flow_run_id)
    .select((task) => [
      'id',
      'name',
      'task_key',
      'state_type',
      'state_name',
      'start_time',
      'end_time',
      'expected_start_time',
      'run_count',
      task
        .selectFrom('flow_run')
        .select('flow_run.id')
        .whereRef('flow_run.parent_task_run_id', '=', 'task_run.id')
        .limit(1)
        .as('subflow_run_id'),
    ])
    .orderBy(
      (task) => task.fn.coalesce('task_run.start_time', 'task_run.expected_start_time'),
      (order) => order.asc().nullsLast(),
    )
    .orderBy('id')
    .limit(limit)
    .execute()
  const tasks = rows.map((row) => ({
    id: row.id,
    name: shownText(row.name),
    taskKey: shownText(row.task_key),
    stateType: textOf(row.state_type),
    stateName: textOf(row.state_name),
    start: storedMoment(row.start_time),
    end: storedMoment(row.end_time),
    expected: storedMoment(row.expected_start_time),
    runCount: shownCount(row.run_count),
    subflowRunId: row.subflow_run_id,
  }))
  return { tasks, total }
}
