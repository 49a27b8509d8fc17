import type { ReactNode } from 'react'
import { isTicking, runSeconds, type TimedRun } from '../lib/run-times.ts'
import { duration } from '../lib/time.ts'
import { useNow } from '../lib/use-now.ts'
import { Nothing } from './nothing.tsx'

/** How long a run took, or has taken so far. */
export function RunDuration({ run }: { run: TimedRun }): ReactNode {
  if (isTicking(run)) return <Ticking run={run} />
  const seconds = runSeconds(run, 0)
  return seconds === null ? <Nothing /> : duration(seconds)
}

/** Apart, so that what has ended is not drawn anew each second. */
function Ticking({ run }: { run: TimedRun }): ReactNode {
  return duration(Math.floor(runSeconds(run, useNow()) ?? 0))
}
