import type { RunRow } from '../../src-shared/contract/schemas/run-row.ts'
import { momentColumn, type MomentColumn } from '../components/common-columns.tsx'
import type { TableColumn } from '../components/data-table/table-column.ts'
import { markedColumn } from '../components/marked-column.tsx'
import { RunDuration } from '../components/run-duration.tsx'
import { latenessSeconds, runSeconds } from '../lib/run-times.ts'
import type { TimeDisplay } from '../lib/time-display.ts'
import { Lateness, StartOfRun } from './run-cells.tsx'

type Column = TableColumn<RunRow>

function secondsText(seconds: number | null): string {
  return seconds === null ? '' : String(Math.round(seconds * 1000) / 1000)
}

/** How long a run took, or has taken so far. */
export const durationColumn = markedColumn<RunRow>('total_run_time', {
  id: 'duration',
  title: 'Duration',
  width: 92,
  align: 'right',
  sortable: true,
  text: (run) => secondsText(runSeconds(run, Date.now())),
  cell: (run) => <RunDuration run={run} />,
})

/** How late a run began, or is by now. */
export const latenessColumn: Column = {
  id: 'lateness',
  title: 'Late by',
  width: 92,
  align: 'right',
  hiddenAtFirst: true,
  sortable: true,
  text: (run) => secondsText(latenessSeconds(run, Date.now())),
  cell: (run) => <Lateness run={run} />,
}

/** When a run began, ended, and was to begin. */
export function momentColumns(
  times: TimeDisplay,
): Record<'start' | 'end' | 'expected' | 'next', Column> {
  const column = (of: Omit<MomentColumn<RunRow>, 'times'>): Column => momentColumn({ ...of, times })
  return {
    start: {
      ...column({
        id: 'start',
        title: 'Start',
        stored: 'start_time',
        at: (run) => run.startTime ?? run.expectedStartTime,
      }),
      cell: (run) => <StartOfRun run={run} />,
    },
    end: column({ id: 'end', title: 'End', stored: 'end_time', at: ({ endTime }) => endTime }),
    expected: column({
      id: 'expected',
      title: 'Expected',
      stored: 'expected_start_time',
      at: ({ expectedStartTime }) => expectedStartTime,
      hiddenAtFirst: true,
    }),
    next: column({
      id: 'nextScheduled',
      title: 'Next scheduled',
      stored: 'next_scheduled_start_time',
      at: ({ nextScheduledStartTime }) => nextScheduledStartTime,
      hiddenAtFirst: true,
      width: 124,
    }),
  }
}
