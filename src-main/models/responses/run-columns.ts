import { stateType } from '../../../src-shared/contract/schemas/filter-parts.ts'
import type { FlowRun } from '../../../src-shared/contract/schemas/flow-run.ts'
import { storedSeconds, type StoredRow } from '../../database/codecs.ts'
import type { FlowRunTable } from '../../database/tables.ts'

/** The columns that flow runs and task runs have in common, but for labels and policy. */
export const runColumns = [
  'id',
  'created',
  'updated',
  'name',
  'tags',
  'labels',
  'empirical_policy',
  'state_id',
  'state_type',
  'state_name',
  'state_timestamp',
  'run_count',
  'expected_start_time',
  'next_scheduled_start_time',
  'start_time',
  'end_time',
  'total_run_time',
] as const

type StoredRun = Pick<FlowRunTable, (typeof runColumns)[number]>
type Run = Pick<FlowRun, Exclude<keyof StoredRun & keyof FlowRun, 'labels' | 'empirical_policy'>>
type Times = Pick<FlowRun, 'estimated_run_time' | 'estimated_start_time_delta'>

const terminal = new Set(['COMPLETED', 'CANCELLED', 'FAILED', 'CRASHED'])

/**
 * What flow runs and task runs have in common, as Prefect answers it.
 *
 * @param now - the moment that lengths of time still growing are counted to, in milliseconds.
 */
export function toRun<Stored extends StoredRun>(
  row: StoredRow<Stored>,
  stored: Stored,
  now: number,
): Run & Times {
  const run: Run = {
    id: stored.id,
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    name: row.text('name'),
    tags: row.texts('tags'),
    state_id: row.textOrNull('state_id'),
    state_type: stored.state_type === null ? null : row.oneOf('state_type', stateType.options),
    state_name: row.textOrNull('state_name'),
    run_count: row.integer('run_count'),
    expected_start_time: row.timestampOrNull('expected_start_time'),
    next_scheduled_start_time: row.timestampOrNull('next_scheduled_start_time'),
    start_time: row.timestampOrNull('start_time'),
    end_time: row.timestampOrNull('end_time'),
    total_run_time: row.seconds('total_run_time'),
  }
  const since = row.timestampOrNull('state_timestamp')
  return { ...run, ...estimates(run, { since, now }) }
}

/** Prefect's `estimated_run_time` and `estimated_start_time_delta`: the run time, and the lateness. */
function estimates(run: Run, { since, now }: { since: string | null; now: number }): Times {
  const { start_time: start, expected_start_time: expected } = run
  const isRunning = run.state_type === 'RUNNING' && since !== null
  return {
    estimated_run_time: run.total_run_time + (isRunning ? now / 1000 - secondsOf(since) : 0),
    estimated_start_time_delta: lateness({ start, expected, type: run.state_type, now }),
  }
}

interface Lateness {
  readonly start: string | null
  readonly expected: string | null
  readonly type: string | null
  readonly now: number
}

function lateness({ start, expected, type, now }: Lateness): number {
  if (expected === null) return 0
  const isOver = type !== null && terminal.has(type)
  if (start === null && isOver) return 0
  const until = start === null ? now / 1000 : secondsOf(start)
  return Math.max(0, Math.round((until - secondsOf(expected)) * 1e6) / 1e6)
}

function secondsOf(moment: string): number {
  return storedSeconds(moment) ?? 0
}
