import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { FlowRunPage } from '../../../src-shared/contract/schemas/run-page.ts'
import { CellLink } from '../../components/cell-link.tsx'
import { DueMoment } from '../../components/due-moment.tsx'
import { FactLink } from '../../components/fact-link.tsx'
import { FactList } from '../../components/fact-list.tsx'
import { Moment } from '../../components/moment.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { counted } from '../../lib/numbers.ts'
import { retryWords } from '../../lib/retry-words.ts'
import { latenessSeconds, runSeconds } from '../../lib/run-times.ts'
import { linkTo } from '../../lib/screen-link.ts'
import { duration } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { HeadPills } from '../../views/head-pills.tsx'
import { CreatedBy } from './created-by.tsx'
import classes from './run.module.css'

/** What is known of a flow run at a glance. */
export function RunFacts(props: {
  run: FlowRunPage
  /** Shows the details, all labels among them. */
  onMore: () => void
}): ReactNode {
  const { run, onMore } = props
  const navigate = useNavigate()
  const showTag = (tag: string): void =>
    void navigate({ to: '/runs', search: { filter: { flow_runs: { tags: { all_: [tag] } } } } })
  const { parent, startTime, endTime, expectedStartTime } = run
  const { flowId, flowName, deploymentId, deploymentName } = run
  const flow = (
    <FactLink id={flowId} name={flowName} link={linkTo.flow} gone="There is no such flow" />
  )
  return (
    <div className={classes['facts']}>
      <FactList
        way="across"
        label="Facts"
        facts={[
          { label: 'Flow', value: flow },
          {
            label: 'Deployment',
            value: (
              <FactLink
                id={deploymentId}
                name={deploymentName}
                link={linkTo.deployment}
                gone="There is no such deployment"
              />
            ),
          },
          parent !== null && {
            label: 'Subflow of',
            value: <CellLink href={linkTo.flowRun(parent.id)} text={parent.name} inCell={false} />,
          },
          startTime === null && { label: 'Expected', value: <DueMoment at={expectedStartTime} /> },
          startTime !== null && { label: 'Started', value: <Started run={run} /> },
          endTime !== null && { label: 'Ended', value: <Moment at={endTime} /> },
          { label: 'Duration', value: <Duration run={run} /> },
          { label: 'Runs', value: runsWords(run) },
          { label: 'Work pool', value: <Pool run={run} /> },
          { label: 'Created by', value: <CreatedBy text={run.createdBy} /> },
        ]}
      />
      <HeadPills {...run} onTag={showTag} onMore={onMore} />
    </div>
  )
}

function runsWords({ runCount, empiricalPolicy }: FlowRunPage): string {
  return [counted(runCount, 'run'), retryWords(empiricalPolicy)]
    .filter((word) => word !== null)
    .join('; ')
}

function Started({ run }: { run: FlowRunPage }): ReactNode {
  const late = latenessSeconds(run, useNow()) ?? 0
  return (
    <>
      <Moment at={run.startTime} />
      {late >= 1 && <span className={classes['muted']}>{duration(late)} late</span>}
    </>
  )
}

function Duration({ run }: { run: FlowRunPage }): ReactNode {
  const seconds = runSeconds(run, useNow())
  return seconds === null ? <Nothing /> : duration(seconds)
}

function Pool({ run: { workPoolName, workQueueName } }: { run: FlowRunPage }): ReactNode {
  if (workPoolName === null && workQueueName === null) return <Nothing />
  return (
    <>
      {workPoolName ?? <Nothing />}
      {workQueueName !== null && <span className={classes['muted']}>queue {workQueueName}</span>}
    </>
  )
}
