/** What of a flow run its times are told from. */
export interface TimedRun {
  stateType: string | null
  /** ISO 8601, as the others. */
  stateTimestamp: string | null
  startTime: string | null
  expectedStartTime: string | null
  /** Seconds; without the time since the state began while RUNNING. */
  totalRunTime: number | null
}

function secondsSince(moment: string, now: number): number {
  return (now - Date.parse(moment)) / 1000
}

/** True while the run's duration grows. */
export function isTicking({ stateType, stateTimestamp }: TimedRun): boolean {
  return stateType === 'RUNNING' && stateTimestamp !== null
}

/**
 * How long a run took, or has taken so far, in seconds: Prefect's `estimated_run_time`. Null for a
 * run that has not begun.
 *
 * @param now - in milliseconds since 1970.
 */
export function runSeconds(run: TimedRun, now: number): number | null {
  const { totalRunTime, stateTimestamp, startTime } = run
  if (isTicking(run) && stateTimestamp !== null) {
    return (totalRunTime ?? 0) + Math.max(0, secondsSince(stateTimestamp, now))
  }
  return startTime === null && !totalRunTime ? null : totalRunTime
}

const ended = new Set(['COMPLETED', 'FAILED', 'CRASHED', 'CANCELLED'])

/** True while the run has not begun, and may yet. */
export function isAwaited({ startTime, stateType }: TimedRun): boolean {
  return startTime === null && (stateType === null || !ended.has(stateType))
}

/**
 * How much later than expected a run began, or is late by now, in seconds; 0 for one in time. Null
 * where that has no meaning: Prefect's `estimated_start_time_delta` is 0 there.
 *
 * @param now - in milliseconds since 1970.
 */
export function latenessSeconds(run: TimedRun, now: number): number | null {
  const { startTime, expectedStartTime } = run
  if (expectedStartTime === null) return null
  if (startTime !== null) {
    return Math.max(0, (Date.parse(startTime) - Date.parse(expectedStartTime)) / 1000)
  }
  if (!isAwaited(run)) return null
  return Math.max(0, secondsSince(expectedStartTime, now))
}
