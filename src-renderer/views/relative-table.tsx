import type { ReactNode } from 'react'
import type { RunRelative } from '../../src-shared/contract/schemas/run-page.ts'
import { CellLink } from '../components/cell-link.tsx'
import { FactLink } from '../components/fact-link.tsx'
import { Moment } from '../components/moment.tsx'
import { Nothing } from '../components/nothing.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { linkTo } from '../lib/screen-link.ts'
import { duration } from '../lib/time.ts'
import { isFinal } from '../lib/timeline-rows.ts'
import { useNow } from '../lib/use-now.ts'
import classes from './relative-table.module.css'

/** Runs that a run came from, or that came from it. */
export function RelativeTable(props: { label: string; runs: readonly RunRelative[] }): ReactNode {
  const now = useNow()
  return (
    <table className={classes['table']} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">Flow run</th>
          <th scope="col">Flow</th>
          <th scope="col">State</th>
          <th scope="col">Started</th>
          <th scope="col" data-align="right">
            Duration
          </th>
          <th scope="col">Through</th>
        </tr>
      </thead>
      <tbody>
        {props.runs.map((run) => (
          <tr key={`${run.id} ${run.taskRunId ?? ''}`}>
            <td>
              <CellLink href={linkTo.flowRun(run.id)} text={run.name} isMain inCell={false} />
            </td>
            <td>
              <FactLink
                id={run.flowId}
                name={run.flowName}
                link={linkTo.flow}
                gone="There is no such flow"
              />
            </td>
            <td>
              <StateBadge type={run.stateType} name={run.stateName} />
            </td>
            <td>
              <Moment at={run.startTime} />
            </td>
            <td data-align="right">{lengthOf(run, now) ?? <Nothing />}</td>
            <td>
              {run.taskRunId === null ? (
                <Nothing />
              ) : (
                <CellLink href={linkTo.taskRun(run.taskRunId)} text="Task run" inCell={false} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function lengthOf({ startTime, endTime, stateType }: RunRelative, now: number): string | null {
  if (startTime === null) return null
  const end = endTime === null ? (isFinal(stateType) ? null : now) : Date.parse(endTime)
  return end === null ? null : duration(Math.max(0, end - Date.parse(startTime)) / 1000)
}
