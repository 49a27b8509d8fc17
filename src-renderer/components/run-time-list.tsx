import type { ReactNode } from 'react'
import type { FlowRunPage, TaskRunPage } from '../../src-shared/contract/schemas/run-page.ts'
import { ExactMoment } from './exact-moment.tsx'
import { FactList } from './fact-list.tsx'
import { StoredOr } from './stored-or.tsx'

/** Every moment that the row of a flow run or of a task run holds. */
export function RunTimeList({ run }: { run: FlowRunPage | TaskRunPage }): ReactNode {
  const times = [
    ['Created', 'created', run.created],
    ['Updated', 'updated', run.updated],
    ['Expected start', 'expected_start_time', run.expectedStartTime],
    ['Next scheduled start', 'next_scheduled_start_time', run.nextScheduledStartTime],
    ['Start', 'start_time', run.startTime],
    ['End', 'end_time', run.endTime],
    ['State entered', 'state_timestamp', run.stateTimestamp],
  ] as const
  return (
    <FactList
      facts={times.map(([label, column, at]) => ({
        label,
        value: (
          <StoredOr unreadable={run.unreadable} column={column}>
            <ExactMoment at={at} />
          </StoredOr>
        ),
      }))}
    />
  )
}
