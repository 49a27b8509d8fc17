import type { ReactNode } from 'react'
import type { TaskRunPage } from '../../../src-shared/contract/schemas/run-page.ts'
import { CellLink } from '../../components/cell-link.tsx'
import { DueMoment } from '../../components/due-moment.tsx'
import { FactLink } from '../../components/fact-link.tsx'
import { FactList } from '../../components/fact-list.tsx'
import { Moment } from '../../components/moment.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { counted } from '../../lib/numbers.ts'
import { retryWords } from '../../lib/retry-words.ts'
import { runSeconds } from '../../lib/run-times.ts'
import { linkTo } from '../../lib/screen-link.ts'
import { duration } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { HeadPills } from '../../views/head-pills.tsx'
import classes from './task-run.module.css'

/** What is known of a task run at a glance. */
export function TaskRunFacts(props: {
  taskRun: TaskRunPage
  /** Shows the details, all labels among them. */
  onMore: () => void
}): ReactNode {
  const { taskRun, onMore } = props
  const { flowId, flowName, flowRunId, flowRunName, subflowRun, startTime, endTime } = taskRun
  return (
    <div className={classes['facts']}>
      <FactList
        way="across"
        label="Facts"
        facts={[
          {
            label: 'Flow run',
            value: (
              <FactLink
                id={flowRunId}
                name={flowRunName}
                link={linkTo.flowRun}
                gone="There is no such flow run"
              />
            ),
          },
          {
            label: 'Flow',
            value: (
              <FactLink
                id={flowId}
                name={flowName}
                link={linkTo.flow}
                gone="There is no such flow"
              />
            ),
          },
          subflowRun !== null && {
            label: 'Subflow run',
            value: (
              <CellLink
                href={linkTo.flowRun(subflowRun.id)}
                text={subflowRun.name}
                inCell={false}
              />
            ),
          },
          startTime === null && {
            label: 'Expected',
            value: <DueMoment at={taskRun.expectedStartTime} />,
          },
          startTime !== null && { label: 'Started', value: <Moment at={startTime} /> },
          endTime !== null && { label: 'Ended', value: <Moment at={endTime} /> },
          { label: 'Duration', value: <Duration taskRun={taskRun} /> },
          { label: 'Runs', value: runsWords(taskRun) },
        ]}
      />
      <HeadPills {...taskRun} onMore={onMore} />
    </div>
  )
}

function runsWords({ runCount, empiricalPolicy }: TaskRunPage): string {
  return [counted(runCount, 'run'), retryWords(empiricalPolicy)]
    .filter((word) => word !== null)
    .join('; ')
}

function Duration({ taskRun }: { taskRun: TaskRunPage }): ReactNode {
  const seconds = runSeconds(taskRun, useNow())
  return seconds === null ? <Nothing /> : duration(seconds)
}
