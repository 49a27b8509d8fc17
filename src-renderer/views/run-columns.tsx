import type { RunRow } from '../../src-shared/contract/schemas/run-row.ts'
import { CellLink } from '../components/cell-link.tsx'
import {
  idColumn,
  labelsColumn,
  momentColumn,
  tagsColumn,
  textColumn,
} from '../components/common-columns.tsx'
import type { TableColumn } from '../components/data-table/table-column.ts'
import { markedColumn } from '../components/marked-column.tsx'
import { Nothing } from '../components/nothing.tsx'
import { StateBadge } from '../components/state-badge.tsx'
import { count } from '../lib/numbers.ts'
import { linkTo } from '../lib/screen-link.ts'
import type { TimeDisplay } from '../lib/time-display.ts'
import { DeploymentOfRun, FlowOfRun } from './run-cells.tsx'
import { durationColumn, latenessColumn, momentColumns } from './run-time-columns.tsx'

type Column = TableColumn<RunRow>

const nameColumn: Column = {
  id: 'name',
  title: 'Name',
  width: 150,
  grows: true,
  fixed: true,
  sortable: true,
  text: ({ name }) => name,
  cell: ({ id, name }) => <CellLink href={linkTo.flowRun(id)} text={name} isMain />,
}

const stateColumn = markedColumn<RunRow>('state_type', {
  id: 'state',
  title: 'State',
  width: 118,
  sortable: true,
  text: ({ stateName, stateType }) => stateName ?? stateType ?? '',
  cell: ({ stateType, stateName }) => <StateBadge type={stateType} name={stateName} />,
})

const flowColumn: Column = {
  id: 'flow',
  title: 'Flow',
  width: 130,
  grows: true,
  sortable: true,
  text: ({ flowName, flowId }) => flowName ?? flowId,
  cell: ({ flowId, flowName }) => <FlowOfRun flowId={flowId} flowName={flowName} />,
}

const deploymentColumn: Column = {
  id: 'deployment',
  title: 'Deployment',
  width: 112,
  grows: true,
  sortable: true,
  text: ({ deploymentName, deploymentId }) => deploymentName ?? deploymentId ?? '',
  cell: ({ deploymentId, deploymentName }) => (
    <DeploymentOfRun deploymentId={deploymentId} deploymentName={deploymentName} />
  ),
}

const runCountColumn: Column = {
  id: 'runCount',
  title: 'Run count',
  width: 92,
  align: 'right',
  hiddenAtFirst: true,
  sortable: true,
  text: ({ runCount }) => String(runCount),
  cell: ({ runCount }) => (runCount === 0 ? <Nothing /> : count(runCount)),
}

const autoScheduledColumn: Column = {
  id: 'autoScheduled',
  title: 'By schedule',
  width: 104,
  hiddenAtFirst: true,
  text: ({ autoScheduled }) => String(autoScheduled),
  cell: ({ autoScheduled }) => (autoScheduled ? 'Yes' : <Nothing />),
}

/** The columns of a table of flow runs; each but one sorts over all runs that match. */
export function runColumns(of: {
  times: TimeDisplay
  onTag: (tag: string) => void
}): readonly Column[] {
  const { times, onTag } = of
  const { start, end, expected, next } = momentColumns(times)
  const other = { times, hiddenAtFirst: true }
  return [
    nameColumn,
    stateColumn,
    flowColumn,
    deploymentColumn,
    start,
    durationColumn,
    end,
    tagsColumn(104, onTag),
    { ...labelsColumn(104), hiddenAtFirst: true },
    textColumn({
      id: 'parameters',
      title: 'Parameters',
      stored: 'parameters',
      of: ({ parameters }) => (parameters === '{}' ? null : parameters),
      width: 130,
      isCode: true,
      grows: true,
      hiddenAtFirst: false,
    }),
    expected,
    latenessColumn,
    next,
    textColumn({ id: 'workPool', title: 'Work pool', of: (run) => run.workPoolName, width: 110 }),
    textColumn({
      id: 'workQueue',
      title: 'Work queue',
      of: (run) => run.workQueueName,
      width: 110,
    }),
    runCountColumn,
    textColumn({
      id: 'flowVersion',
      title: 'Flow version',
      of: (run) => run.flowVersion,
      width: 112,
    }),
    autoScheduledColumn,
    momentColumn({
      ...other,
      id: 'created',
      title: 'Created',
      stored: 'created',
      at: (r) => r.created,
    }),
    momentColumn({
      ...other,
      id: 'updated',
      title: 'Updated',
      stored: 'updated',
      at: (r) => r.updated,
    }),
    idColumn(),
  ]
}
