import { z } from 'zod'
import { query } from './operation.ts'
import { taskRunFilters, type TaskRunFilters } from './schemas/filter-bodies.ts'
import { paging } from './schemas/paging.ts'
import { taskRunSort } from './schemas/sorting.ts'
import { taskRun } from './schemas/task-run.ts'
import { topicsOfFilters } from './topics-of-filters.ts'
import type { Topic } from './topics.ts'

const topicsOf = (filters: TaskRunFilters): Topic[] => topicsOfFilters(['task_run'], filters)

/** Mirrors `prefect.server.models.task_runs`, with the bodies of `POST /task_runs/filter` and `/count`. */
export const taskRuns = {
  readTaskRuns: query({
    input: z.strictObject({
      ...taskRunFilters.shape,
      ...paging,
      sort: taskRunSort.default('ID_DESC'),
    }),
    output: z.array(taskRun),
    reads: (filters) => [...topicsOf(filters), 'task_run_state'],
  }),
  countTaskRuns: query({
    on: 'background',
    input: taskRunFilters,
    output: z.int(),
    reads: topicsOf,
  }),
}
