import { occurrences } from '../cadence.ts'
import { named } from '../demo.ts'
import type { Demo, DemoDeployment, DemoSchedule } from '../demo.ts'
import { addTask, enterRunning, newRun } from '../run-script.ts'
import type { RunOptions, RunScript } from '../run-script.ts'
import { day, hour, minute, second } from '../times.ts'

/** The deployment whose limit of 1 is held by a dead run, and when that run was to start. */
export function blockedDeployment(demo: Demo): {
  readonly deployment: DemoDeployment
  readonly schedule: DemoSchedule
  readonly since: number
} {
  const deployment = named(demo.deployments, 'publish-reports/production')
  const [schedule] = deployment.schedules
  if (schedule === undefined) throw new Error('The deployment has no schedule')
  const before = demo.now - 20 * hour
  const since = occurrences(schedule.cadence, before - 2 * day, before).at(-1) ?? before
  return { deployment, schedule, since }
}

/**
 * `deployment:<id>`, limit 1: held by a run that died with the server and says RUNNING for ever.
 * The next run is told to wait, half a minute at a time, without end.
 */
export function waitingDeployment(demo: Demo): RunScript[] {
  const { deployment, schedule, since } = blockedDeployment(demo)
  const { flow } = deployment
  const dead = newRun(demo, { flow, deployment, origin: { kind: 'schedule', schedule }, at: since })
  const at = enterRunning(demo, dead) + 200_000
  const [render] = flow.spec.tasks
  if (render !== undefined) {
    addTask(demo, dead, { spec: render, at }).steps.push({ type: 'RUNNING', at: at + 5_000 })
  }
  dead.diesAt = at + 80 * second
  const options: RunOptions = {
    flow,
    deployment,
    origin: { kind: 'deployment' },
    at: demo.now - 55 * minute,
  }
  return [dead, turnedAway(demo, options, demo.now)]
}

/** A run that is refused a slot of its deployment, again and again, until `until`. */
export function turnedAway(demo: Demo, options: RunOptions, until: number): RunScript {
  const run = newRun(demo, options)
  let at = run.at + 2_400_000
  while (at <= until) {
    const scheduledTime = at + 30 * second
    run.steps.push({ type: 'SCHEDULED', name: 'AwaitingConcurrencySlot', at, scheduledTime })
    // A worker looks ten seconds ahead, so it asks again before the half minute is over.
    at += demo.random.int(20 * second, 27 * second)
  }
  return run
}
