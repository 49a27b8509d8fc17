import { z } from 'zod'
import { query } from './operation.ts'
import { prefectUuid } from './schemas/prefect-uuid.ts'
import { rawRow, rawTable } from './schemas/raw-row.ts'
import {
  flowRunPage,
  runRelative,
  storedState,
  taskRunPage,
  timelineTask,
} from './schemas/run-page.ts'

const byFlowRun = z.strictObject({ flow_run_id: prefectUuid })
const byTaskRun = z.strictObject({ task_run_id: prefectUuid })

/** What the pages of a flow run and of a task run show; ours: nothing that is stored is hidden. */
export const runPages = {
  readFlowRunPage: query({
    input: byFlowRun,
    output: flowRunPage.nullable(),
    reads: ['flow_run', 'flow', 'deployment', 'task_run', 'work_queue', 'work_pool'],
  }),
  /** Every state it went through, the first one first. */
  readFlowRunStates: query({
    input: byFlowRun,
    output: z.array(storedState),
    reads: ['flow_run_state'],
  }),
  /** Its task runs in the order in which they began; those that did not begin come last. */
  readTimeline: query({
    input: z.strictObject({
      flow_run_id: prefectUuid,
      limit: z.int().min(0).max(50_000).default(20_000),
    }),
    output: z.object({ tasks: z.array(timelineTask), total: z.int() }),
    reads: ['task_run', 'flow_run'],
  }),
  /** The runs that its task runs began, the first one first; 500 at most. */
  readSubflowRuns: query({
    input: byFlowRun,
    output: z.array(runRelative),
    reads: ['task_run', 'flow_run'],
  }),
  readTaskRunPage: query({
    input: byTaskRun,
    output: taskRunPage.nullable(),
    reads: ['task_run', 'flow_run', 'flow'],
  }),
  readTaskRunStates: query({
    input: byTaskRun,
    output: z.array(storedState),
    reads: ['task_run_state'],
  }),
  /** A row of a table as SQLite has it, column by column. */
  readRawRow: query({
    input: z.strictObject({ table: rawTable, id: prefectUuid }),
    output: rawRow.nullable(),
    reads: ({ table }) => [table],
  }),
}
