import type { ReactNode } from 'react'
import { CellLink } from '../../components/cell-link.tsx'
import {
  cellPadding,
  idColumn,
  labelsColumn,
  momentColumn,
  tagsColumn,
} from '../../components/common-columns.tsx'
import type { TableColumn } from '../../components/data-table/table-column.ts'
import { HistoryStrip, stripDays, stripWidth } from '../../components/history-strip.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { listOf } from '../../lib/list-links.ts'
import { count, percent } from '../../lib/numbers.ts'
import { failureRate, totalRuns } from '../../lib/run-counts.ts'
import { linkTo } from '../../lib/screen-link.ts'
import type { TimeDisplay } from '../../lib/time-display.ts'
import { duration } from '../../lib/time.ts'
import { lastRunColumn, nextRunColumn, runsByStateColumn } from '../../views/statistic-columns.tsx'
import type { FlowTableRow } from './flow-table-row.ts'
import { RelatedFlows } from './related-flows.tsx'

type Column = TableColumn<FlowTableRow>

const nameColumn: Column = {
  id: 'name',
  title: 'Name',
  width: 150,
  grows: true,
  fixed: true,
  sortValue: ({ name }) => name,
  text: ({ name }) => name,
  cell: ({ id, name }) => <CellLink href={linkTo.flow(id)} text={name} isMain />,
}

const deploymentsColumn: Column = {
  id: 'deployments',
  title: 'Deployments',
  width: 110,
  align: 'right',
  sortValue: ({ statistics }) => statistics?.deployments ?? null,
  text: ({ statistics }) => String(statistics?.deployments ?? ''),
  cell: ({ id, statistics }) =>
    statistics && <Deployments id={id} number={statistics.deployments} />,
}

function Deployments({ id, number }: { id: string; number: number }): ReactNode {
  if (number === 0) return <Nothing />
  return <CellLink href={listOf.deploymentsOfFlows([id])} text={count(number)} />
}

/** Of a flow's row, null where there is nothing to tell and undefined while it is counted. */
function rateOf({ statistics }: FlowTableRow): number | null | undefined {
  return statistics && failureRate(statistics.runs)
}

const failureColumn: Column = {
  id: 'failureRate',
  title: 'Failure rate',
  width: 104,
  align: 'right',
  hiddenAtFirst: true,
  sortValue: (row) => rateOf(row) ?? null,
  text: (row) => String(rateOf(row) ?? ''),
  cell: (row) => {
    const rate = rateOf(row)
    if (rate === undefined) return null
    return rate === null ? <Nothing /> : percent(rate)
  },
}

const durationColumn: Column = {
  id: 'duration',
  title: 'Median duration',
  width: 148,
  align: 'right',
  hiddenAtFirst: true,
  sortValue: ({ durations }) => durations?.median ?? null,
  text: ({ durations }) => String(durations?.median ?? ''),
  cell: ({ durations }) => {
    if (durations === undefined) return null
    return durations ? duration(durations.median) : <Nothing />
  },
}

/** Runs of the days that the strip shows. */
function recentRuns({ history }: FlowTableRow): number | null {
  if (!history) return null
  return history.days.reduce((sum, { runs }) => sum + totalRuns(runs), 0) || null
}

function historyColumn(onDay: (flowId: string, day: string) => void): Column {
  return {
    id: 'history',
    title: `Last ${stripDays} days`,
    width: stripWidth + cellPadding + 4,
    sortValue: recentRuns,
    text: (row) => String(recentRuns(row) ?? ''),
    cell: ({ id, history }) =>
      history && <HistoryStrip history={history.days} onPick={(day) => onDay(id, day)} />,
  }
}

function relatedColumn(of: 'parents' | 'children', title: string): Column {
  const names = ({ relations }: FlowTableRow): string =>
    (relations?.[of] ?? []).map(({ name }) => name).join(', ')
  return {
    id: of,
    title,
    width: 150,
    grows: true,
    hiddenAtFirst: true,
    sortValue: (row) => names(row) || null,
    text: names,
    cell: ({ relations }, width) =>
      relations && <RelatedFlows flows={relations[of]} room={width - cellPadding} />,
  }
}

/** The columns of the flow table; each sorts over all flows that match. */
export function flowsColumns(of: {
  times: TimeDisplay
  onTag: (tag: string) => void
  onDay: (flowId: string, day: string) => void
}): readonly Column[] {
  const { times, onTag, onDay } = of
  const time = { times, hiddenAtFirst: true }
  return [
    nameColumn,
    tagsColumn(104, onTag),
    labelsColumn(92),
    lastRunColumn(times),
    nextRunColumn(times),
    runsByStateColumn(172),
    historyColumn(onDay),
    deploymentsColumn,
    failureColumn,
    durationColumn,
    relatedColumn('parents', 'Parents'),
    relatedColumn('children', 'Children'),
    momentColumn({
      ...time,
      id: 'created',
      title: 'Created',
      stored: 'created',
      at: ({ created }) => created,
    }),
    momentColumn({
      ...time,
      id: 'updated',
      title: 'Updated',
      stored: 'updated',
      at: ({ updated }) => updated,
    }),
    idColumn(),
  ]
}
