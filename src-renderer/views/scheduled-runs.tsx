import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RunRow } from '../../src-shared/contract/schemas/run-row.ts'
import { useApi } from '../api/api-context.tsx'
import { CellLink } from '../components/cell-link.tsx'
import { DueMoment } from '../components/due-moment.tsx'
import { ErrorNotice } from '../components/error-notice.tsx'
import { Nothing } from '../components/nothing.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { withBase, type BaseFilter } from '../lib/base-filter.ts'
import { count } from '../lib/numbers.ts'
import { linkTo, screenLink } from '../lib/screen-link.ts'
import { localTime } from '../lib/time.ts'
import { DeploymentOfRun } from './run-cells.tsx'
import classes from './scheduled-runs.module.css'

/** The runs of a page that wait for their time, the next one first. */
export function ScheduledRuns(props: {
  /** What the page asks of every run. */
  base: BaseFilter
  /** The page is that of their deployment. */
  withoutDeployment?: boolean
  /** More than these are told by their number. */
  most?: number
}): ReactNode {
  const { base, withoutDeployment = false, most = 20 } = props
  const { runRows } = useApi()
  const filters = withBase({ flow_runs: { state: { type: { any_: ['SCHEDULED'] } } } }, base)
  const rows = useQuery({
    ...runRows.readRunRows({
      filters,
      sort: { column: 'nextScheduled', descending: false },
      limit: most,
    }),
    placeholderData: keepPreviousData,
  })
  const total = useQuery({
    ...runRows.countRunRows({ filters }),
    placeholderData: keepPreviousData,
  })
  if (rows.error && !rows.data) return <ErrorNotice error={rows.error} />
  if (!rows.data) return null
  if (rows.data.length === 0) return <Nothing />
  return (
    <>
      <table className={classes['table']} aria-label="Scheduled runs">
        <thead>
          <tr>
            <th scope="col">Flow run</th>
            <th scope="col">State</th>
            <th scope="col">Due</th>
            <th scope="col">At</th>
            {!withoutDeployment && <th scope="col">Deployment</th>}
          </tr>
        </thead>
        <tbody>
          {rows.data.map((run) => (
            <ScheduledRun key={run.id} run={run} withoutDeployment={withoutDeployment} />
          ))}
        </tbody>
      </table>
      {total.data && total.data.count > rows.data.length && (
        <p className={classes['more']}>
          The next {most} of {count(total.data.count)}
          {total.data.isExact ? '' : '+'}.{' '}
          <a href={screenLink('/runs', { filter: filters, sort: 'nextScheduled' })}>
            Show all scheduled runs
          </a>
        </p>
      )}
    </>
  )
}

function ScheduledRun(props: { run: RunRow; withoutDeployment: boolean }): ReactNode {
  const { run, withoutDeployment } = props
  const at = run.nextScheduledStartTime ?? run.expectedStartTime
  return (
    <tr>
      <td>
        <CellLink href={linkTo.flowRun(run.id)} text={run.name} isMain inCell={false} />
      </td>
      <td>
        <StateBadge type={run.stateType} name={run.stateName} />
      </td>
      <td>
        <DueMoment at={at} />
      </td>
      <td>{at === null ? <Nothing /> : localTime(at)}</td>
      {!withoutDeployment && (
        <td>
          <DeploymentOfRun {...run} inCell={false} />
        </td>
      )}
    </tr>
  )
}
