import type { Demo } from '../demo.ts'
import type { PlannedRun } from '../planned-runs.ts'
import { halfTrue } from './half-true.ts'
import { healthyLimits } from './healthy-limits.ts'
import { leakedByRestart } from './leaked-by-restart.ts'
import { oldLimitHolders } from './old-limit.ts'
import { standingRuns } from './standing-runs.ts'
import { waitingDeployment } from './waiting-deployment.ts'
import { zombies } from './zombies.ts'

/** The runs that make the faults of the demo, and the health beside them. */
export function plantedRuns(demo: Demo): PlannedRun[] {
  const runs = [
    ...leakedByRestart(demo),
    ...zombies(demo),
    ...halfTrue(demo),
    ...waitingDeployment(demo),
    ...oldLimitHolders(demo),
    ...healthyLimits(demo),
    ...standingRuns(demo),
  ]
  return runs.map((run) => ({ at: run.at, count: 1, play: () => [run] }))
}
