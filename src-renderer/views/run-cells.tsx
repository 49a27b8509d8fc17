import type { ReactNode } from 'react'
import type { FlowRunGlimpse } from '../../src-shared/contract/schemas/flow-statistics.ts'
import type { RunRow } from '../../src-shared/contract/schemas/run-row.ts'
import { CellLink } from '../components/cell-link.tsx'
import { DueMoment } from '../components/due-moment.tsx'
import { MarkedValue } from '../components/marked-value.tsx'
import { Moment } from '../components/moment.tsx'
import { Nothing } from '../components/nothing.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { isAwaited, latenessSeconds } from '../lib/run-times.ts'
import { linkTo } from '../lib/screen-link.ts'
import { duration } from '../lib/time.ts'
import { storedText } from '../lib/unreadable.ts'
import { useNow } from '../lib/use-now.ts'
import classes from './run-cells.module.css'

type Linked = { inCell?: boolean }

/** A run's flow; the id, marked, of one that is gone. */
export function FlowOfRun({
  flowId,
  flowName,
  inCell = true,
}: { flowId: string; flowName: string | null } & Linked): ReactNode {
  if (flowName === null) {
    return <MarkedValue text={flowId} why="The flow with this id is not in the database" />
  }
  return <CellLink href={linkTo.flow(flowId)} text={flowName} inCell={inCell} />
}

/** A run's deployment; the id, marked, of one that is gone. */
export function DeploymentOfRun({
  deploymentId,
  deploymentName,
  inCell = true,
}: Pick<RunRow, 'deploymentId' | 'deploymentName'> & Linked): ReactNode {
  if (deploymentId === null) return <Nothing />
  if (deploymentName === null) {
    return (
      <MarkedValue text={deploymentId} why="The deployment with this id is not in the database" />
    )
  }
  return <CellLink href={linkTo.deployment(deploymentId)} text={deploymentName} inCell={inCell} />
}

/** When a run began, or while it has not, when it is to begin. */
export function StartOfRun({ run }: { run: RunRow }): ReactNode {
  const stored = storedText(run, 'start_time')
  if (stored !== undefined) return <MarkedValue text={stored} />
  const { startTime, expectedStartTime } = run
  if (startTime !== null || !isAwaited(run)) return <Moment at={startTime ?? expectedStartTime} />
  return <DueMoment at={expectedStartTime} />
}

/** How late a run began, or is by now; within a second it was in time. */
export function Lateness({ run }: { run: RunRow }): ReactNode {
  return run.startTime === null ? <LateByNow run={run} /> : <Late run={run} now={0} />
}

function LateByNow({ run }: { run: RunRow }): ReactNode {
  return <Late run={run} now={useNow()} />
}

function Late({ run, now }: { run: RunRow; now: number }): ReactNode {
  const seconds = latenessSeconds(run, now)
  return seconds === null || seconds < 1 ? <Nothing /> : duration(Math.floor(seconds))
}

/** The run that began last: its state and when; a click leads to it. */
export function LastRun({
  run,
  inCell = true,
}: { run: FlowRunGlimpse | null } & Linked): ReactNode {
  if (!run) return <Nothing />
  return (
    <a
      className={classes['run']}
      href={linkTo.flowRun(run.id)}
      tabIndex={inCell ? -1 : undefined}
      onClick={(event) => event.stopPropagation()}
    >
      <StateBadge type={run.stateType} name={run.stateName} />
      <Moment at={run.time} />
    </a>
  )
}

/** The scheduled run that comes first; a click leads to it. */
export function NextRun({
  run,
  inCell = true,
}: { run: FlowRunGlimpse | null } & Linked): ReactNode {
  if (!run) return <Nothing />
  return (
    <a
      className={classes['run']}
      href={linkTo.flowRun(run.id)}
      tabIndex={inCell ? -1 : undefined}
      onClick={(event) => event.stopPropagation()}
    >
      <DueMoment at={run.time} />
    </a>
  )
}
