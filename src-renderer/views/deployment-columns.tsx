import { CellLink } from '../components/cell-link.tsx'
import {
  idColumn,
  labelsColumn,
  momentColumn,
  tagsColumn,
  textColumn,
} from '../components/common-columns.tsx'
import type { TableColumn } from '../components/data-table/table-column.ts'
import { Nothing } from '../components/nothing.tsx'
import { linkTo } from '../lib/screen-link.ts'
import type { TimeDisplay } from '../lib/time-display.ts'
import {
  LimitCell,
  limitText,
  ScheduleCell,
  scheduleText,
  statusText,
} from './deployment-cells.tsx'
import type { DeploymentTableRow } from './deployment-table-row.ts'
import { FlowOfRun } from './run-cells.tsx'
import { lastRunColumn, nextRunColumn, runsByStateColumn } from './statistic-columns.tsx'

type Column = TableColumn<DeploymentTableRow>

const nameColumn: Column = {
  id: 'name',
  title: 'Name',
  width: 124,
  grows: true,
  fixed: true,
  sortValue: ({ name }) => name,
  text: ({ name }) => name,
  cell: ({ id, name }) => <CellLink href={linkTo.deployment(id)} text={name} isMain />,
}

const flowColumn: Column = {
  id: 'flow',
  title: 'Flow',
  width: 108,
  grows: true,
  sortValue: ({ flowName }) => flowName,
  text: ({ flowName, flowId }) => flowName ?? flowId,
  cell: ({ flowId, flowName }) => <FlowOfRun flowId={flowId} flowName={flowName} />,
}

const schedulesText = ({ schedules }: DeploymentTableRow): string =>
  schedules.map(scheduleText).join('; ')

const schedulesColumn: Column = {
  id: 'schedules',
  title: 'Schedules',
  width: 132,
  grows: true,
  sortValue: (row) => schedulesText(row) || null,
  text: schedulesText,
  cell: ({ schedules }) => <ScheduleCell schedules={schedules} />,
}

const pausedColumn: Column = {
  id: 'paused',
  title: 'Paused',
  width: 76,
  sortValue: ({ paused }) => (paused ? 0 : 1),
  text: ({ paused }) => (paused ? 'Paused' : ''),
  cell: ({ paused }) => (paused ? 'Paused' : <Nothing />),
}

const limitColumn: Column = {
  id: 'limit',
  title: 'Limit',
  width: 84,
  align: 'right',
  hiddenAtFirst: true,
  sortValue: ({ limit }) => limit?.limit ?? null,
  text: limitText,
  cell: ({ limit }) => <LimitCell limit={limit} />,
}

/** The columns of a table of deployments. */
export function deploymentColumns(of: {
  times: TimeDisplay
  onTag: (tag: string) => void
}): readonly Column[] {
  const { times, onTag } = of
  const time = { times, hiddenAtFirst: true }
  const text = textColumn<DeploymentTableRow>
  return [
    nameColumn,
    flowColumn,
    schedulesColumn,
    pausedColumn,
    nextRunColumn(times),
    lastRunColumn(times),
    runsByStateColumn(168),
    {
      ...text({ id: 'workPool', title: 'Work pool', of: (row) => row.workPoolName, width: 94 }),
      hiddenAtFirst: false,
    },
    tagsColumn(90, onTag),
    { ...labelsColumn(104), hiddenAtFirst: true },
    text({ id: 'workQueue', title: 'Work queue', of: (row) => row.workQueueName, width: 110 }),
    limitColumn,
    text({
      id: 'status',
      title: 'Status',
      stored: 'status',
      of: (row) => statusText(row.status),
      width: 92,
    }),
    momentColumn({
      ...time,
      id: 'lastPolled',
      title: 'Last polled',
      stored: 'last_polled',
      at: (row) => row.lastPolled,
      width: 96,
    }),
    momentColumn({
      ...time,
      id: 'created',
      title: 'Created',
      stored: 'created',
      at: (row) => row.created,
    }),
    momentColumn({
      ...time,
      id: 'updated',
      title: 'Updated',
      stored: 'updated',
      at: (row) => row.updated,
    }),
    text({ id: 'version', title: 'Version', of: (row) => row.version, width: 92 }),
    text({
      id: 'entrypoint',
      title: 'Entrypoint',
      of: (row) => row.entrypoint,
      width: 180,
      isCode: true,
    }),
    text({ id: 'description', title: 'Description', of: (row) => row.description, width: 180 }),
    text({
      id: 'parameters',
      title: 'Parameters',
      stored: 'parameters',
      of: ({ parameters }) => (parameters === '{}' ? null : parameters),
      width: 160,
      isCode: true,
    }),
    idColumn(),
  ]
}
