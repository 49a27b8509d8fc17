import type { contract } from '../../src-shared/contract/contract.ts'
import type { ModelOf } from '../database/model.ts'
import { readFlowRunPage } from './pages/flow-run-page.ts'
import { readRawRow } from './pages/raw-row.ts'
import { readSubflowRuns } from './pages/relatives.ts'
import { readFlowRunStates, readTaskRunStates } from './pages/stored-states.ts'
import { readTaskRunPage } from './pages/task-run-page.ts'
import { readTimeline } from './pages/timeline.ts'

/** What the pages of a flow run and of a task run show. */
export const runPages: ModelOf<typeof contract.runPages> = {
  readFlowRunPage,
  readFlowRunStates,
  readTimeline,
  readSubflowRuns,
  readTaskRunPage,
  readTaskRunStates,
  readRawRow,
}
