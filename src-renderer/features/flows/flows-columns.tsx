import type { ReactNode } from 'react'
import type { FlowRunGlimpse } from '../../../src-shared/contract/schemas/flow-statistics.ts'
import type { SortValue, TableColumn } from '../../components/data-table/table-column.ts'
import { LabelList } from '../../components/label-list.tsx'
import { Moment } from '../../components/moment.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import { TagList } from '../../components/tag-list.tsx'
import { count } from '../../lib/numbers.ts'
import { lateness, relativeTime } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { runCount, type FlowRow } from './flow-row.ts'
import classes from './flows.module.css'
import { RunsByState } from './runs-by-state.tsx'

function LastRun({ run }: { run: FlowRunGlimpse | null }): ReactNode {
  if (!run) return <Nothing />
  return (
    <span className={classes['run']}>
      <StateBadge type={run.stateType} name={run.stateName} />
      <Moment at={run.time} />
    </span>
  )
}

function NextRun({ run }: { run: FlowRunGlimpse | null }): ReactNode {
  const now = useNow()
  if (!run) return <Nothing />
  const late = Date.parse(run.time) < now
  return (
    <span className={late ? classes['late'] : undefined}>
      <Moment at={run.time} say={late ? lateness : relativeTime} />
    </span>
  )
}

/** What the statistics give a cell; nothing while they are being counted. */
function counted<T>(
  row: FlowRow,
  of: (statistics: NonNullable<FlowRow['statistics']>) => T,
): T | null {
  return row.statistics ? of(row.statistics) : null
}

function firstTag({ flow }: FlowRow): SortValue {
  return flow.tags[0] ?? null
}

function labelText({ flow }: FlowRow): SortValue {
  return flow.labels && Object.keys(flow.labels).length > 0 ? JSON.stringify(flow.labels) : null
}

/** The columns of the flow table. */
export function flowsColumns(onTag: (tag: string) => void): TableColumn<FlowRow>[] {
  return [
    {
      id: 'name',
      title: 'Name',
      width: 146,
      grows: true,
      pinned: true,
      sortValue: ({ flow }) => flow.name,
      cell: ({ flow }) => (
        <span className={classes['name']} title={flow.name}>
          {flow.name}
        </span>
      ),
    },
    {
      id: 'tags',
      title: 'Tags',
      width: 108,
      grows: true,
      sortValue: firstTag,
      cell: ({ flow }, width) => <TagList tags={flow.tags} room={width - 16} onPick={onTag} />,
    },
    {
      id: 'labels',
      title: 'Labels',
      width: 100,
      grows: true,
      sortValue: labelText,
      cell: ({ flow }, width) => <LabelList labels={flow.labels} room={width - 16} />,
    },
    {
      id: 'lastRun',
      title: 'Last run',
      width: 176,
      sortValue: (row) => counted(row, ({ lastRun }) => lastRun?.time ?? null),
      cell: (row) => counted(row, ({ lastRun }) => <LastRun run={lastRun} />),
    },
    {
      id: 'nextRun',
      title: 'Next run',
      width: 84,
      sortValue: (row) => counted(row, ({ nextRun }) => nextRun?.time ?? null),
      cell: (row) => counted(row, ({ nextRun }) => <NextRun run={nextRun} />),
    },
    {
      id: 'runs',
      title: 'Runs by state',
      width: 176,
      grows: true,
      sortValue: (row) => counted(row, runCount),
      cell: (row) => counted(row, ({ runs }) => <RunsByState runs={runs} />),
    },
    {
      id: 'deployments',
      title: 'Deployments',
      width: 112,
      align: 'right',
      sortValue: (row) => counted(row, ({ deployments }) => deployments),
      cell: (row) =>
        counted(row, ({ deployments }) => (deployments ? count(deployments) : <Nothing />)),
    },
    {
      id: 'created',
      title: 'Created',
      width: 85,
      sortValue: ({ flow }) => flow.created,
      cell: ({ flow }) => <Moment at={flow.created} />,
    },
    {
      id: 'updated',
      title: 'Updated',
      width: 85,
      sortValue: ({ flow }) => flow.updated,
      cell: ({ flow }) => <Moment at={flow.updated} />,
    },
  ]
}
