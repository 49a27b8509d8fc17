import type { FlowRunGlimpse } from '../../src-shared/contract/schemas/flow-statistics.ts'
import { cellPadding } from '../components/common-columns.tsx'
import type { TableColumn } from '../components/data-table/table-column.ts'
import { RunsByState } from '../components/runs-by-state.tsx'
import { stateLook, inStateOrder } from '../lib/states.ts'
import { totalRuns, type RunCounts } from '../lib/run-counts.ts'
import { momentWidth, type TimeDisplay } from '../lib/time-display.ts'
import { LastRun, NextRun } from './run-cells.tsx'

/** A row with what its runs amount to; undefined while they are counted. */
export interface CountedRow {
  statistics:
    { runs: RunCounts; lastRun: FlowRunGlimpse | null; nextRun: FlowRunGlimpse | null } | undefined
}

/** The run that began last. */
export function lastRunColumn<Row extends CountedRow>(times: TimeDisplay): TableColumn<Row> {
  return {
    id: 'lastRun',
    title: 'Last run',
    width: momentWidth(times) + 92,
    grows: true,
    sortValue: ({ statistics }) => statistics?.lastRun?.time ?? null,
    text: ({ statistics }) => statistics?.lastRun?.time ?? '',
    cell: ({ statistics }) => statistics && <LastRun run={statistics.lastRun} />,
  }
}

/** The scheduled run that comes first. */
export function nextRunColumn<Row extends CountedRow>(times: TimeDisplay): TableColumn<Row> {
  return {
    id: 'nextRun',
    title: 'Next run',
    width: momentWidth(times, 84),
    sortValue: ({ statistics }) => statistics?.nextRun?.time ?? null,
    text: ({ statistics }) => statistics?.nextRun?.time ?? '',
    cell: ({ statistics }) => statistics && <NextRun run={statistics.nextRun} />,
  }
}

/** Counts of runs; sorted by how many there are in all. */
export function runsByStateColumn<Row extends CountedRow>(width: number): TableColumn<Row> {
  return {
    id: 'runs',
    title: 'Runs by state',
    width,
    grows: true,
    sortValue: ({ statistics }) =>
      statistics && totalRuns(statistics.runs) ? totalRuns(statistics.runs) : null,
    text: ({ statistics }) =>
      inStateOrder(statistics?.runs ?? {})
        .map(([type, number]) => `${number} ${stateLook(type).word}`)
        .join(', '),
    cell: ({ statistics }, cellWidth) =>
      statistics && <RunsByState runs={statistics.runs} room={cellWidth - cellPadding} />,
  }
}
