import { occurrences } from './cadence.ts'
import { named } from './demo.ts'
import type { Demo, DemoDeployment, DemoSchedule } from './demo.ts'
import { drawCourse, playRun } from './ordinary-run.ts'
import { restartedAt } from './planted/leaked-by-restart.ts'
import { blockedDeployment, turnedAway } from './planted/waiting-deployment.ts'
import { fullOfZombiesSince } from './planted/zombies.ts'
import { askedLimit, newRun } from './run-script.ts'
import type { RunOptions, RunScript } from './run-script.ts'
import { day, hour, minute, second } from './times.ts'

/** How far back the runs of the demo go. */
export const history = 30 * day
/** For so long nobody has polled the paused queue. */
const queuePausedFor = 3 * day

/** A run to come in the writing: `play` is called when its turn is there. */
export interface PlannedRun {
  /** Its place in time. */
  readonly at: number
  /** How many rows of `flow_run` it will be, with its subflows. */
  readonly count: number
  readonly play: () => readonly RunScript[]
}

/** The runs of all schedules: those of the last 30 days, and the next ones. */
export function scheduledRuns(demo: Demo): PlannedRun[] {
  const planned: PlannedRun[] = []
  for (const deployment of demo.deployments.values()) {
    for (const schedule of deployment.schedules) {
      for (const at of occurrences(schedule.cadence, demo.now - history, demo.now)) {
        const run = pastRun(demo, { deployment, schedule, at })
        if (run !== undefined) planned.push(run)
      }
      if (deployment.spec.paused !== true) {
        for (const at of upcoming(schedule, demo.now)) {
          const options = optionsOf({ deployment, schedule, at })
          planned.push({ at: demo.now, count: 1, play: () => [newRun(demo, options)] })
        }
      }
    }
  }
  return planned
}

/** A run with an ordinary fate. */
export function ordinaryRun(demo: Demo, options: RunOptions): PlannedRun {
  const { at, flow } = options
  // An afternoon on which the database was away.
  const outage = at > demo.now - 6 * day - 3 * hour && at < demo.now - 6 * day
  const count = 1 + flow.spec.tasks.filter((task) => task.subflow !== undefined).length
  return { at, count, play: () => playRun(demo, options, drawCourse(demo, options, outage)) }
}

interface Occurrence {
  readonly deployment: DemoDeployment
  readonly schedule: DemoSchedule
  readonly at: number
}

function pastRun(demo: Demo, occurrence: Occurrence): PlannedRun | undefined {
  const { deployment, at } = occurrence
  const { now } = demo
  const { tasks, name } = deployment.flow.spec
  const options = optionsOf(occurrence)
  const alone = (play: () => RunScript): PlannedRun => ({ at, count: 1, play: () => [play()] })
  if (deployment.spec.paused === true && at > now - 20 * day) return undefined
  if (inPausedQueue(deployment) && at > now - queuePausedFor) {
    return alone(() => lateRun(demo, options))
  }
  const blocked = blockedDeployment(demo)
  if (deployment === blocked.deployment && at >= blocked.since) {
    if (at === blocked.since) return undefined
    // Somebody lost patience after ten minutes.
    return alone(() => cancelled(turnedAway(demo, options, Math.min(at + 10 * minute, now))))
  }
  if (at > (stuckSince(demo, name) ?? now)) {
    const course = { outcome: 'stuck', fatal: 0, message: '' } as const
    return { at, count: 1, play: () => playRun(demo, options, course) }
  }
  // Who holds a slot now is planted; a run with subflows is written whole or not at all.
  const asks = tasks.some((task) => askedLimit(demo, task) !== undefined)
  if (asks && at > now - 30 * minute) return undefined
  if (tasks.some((task) => task.subflow !== undefined) && at > now - 2 * hour) return undefined
  return ordinaryRun(demo, options)
}

function optionsOf({ deployment, schedule, at }: Occurrence): RunOptions {
  return { flow: deployment.flow, deployment, origin: { kind: 'schedule', schedule }, at }
}

/** Since when the runs of a flow wait for a slot of a limit that is full for good. */
function stuckSince(demo: Demo, flow: string): number | undefined {
  const tags = named(demo.flows, flow).spec.tasks.flatMap((task) => task.tags ?? [])
  if (tags.includes('gpu')) return restartedAt(demo)
  return tags.includes('spark') ? fullOfZombiesSince(demo) : undefined
}

function inPausedQueue({ queue }: DemoDeployment): boolean {
  return queue?.pool.spec.queues.some((one) => one.name === queue.name && one.paused) === true
}

function lateRun(demo: Demo, options: RunOptions): RunScript {
  const run = newRun(demo, options)
  const at = options.at + 15 * second + demo.random.int(0, 5 * second)
  run.steps.push({ type: 'SCHEDULED', name: 'Late', at, scheduledTime: options.at })
  return run
}

function cancelled(run: RunScript): RunScript {
  run.steps.push({ type: 'CANCELLED', at: (run.steps.at(-1)?.at ?? run.at) + 9 * second })
  return run
}

/** What the scheduler has made ready: at least three runs, and all of the next hour. */
function upcoming({ cadence }: DemoSchedule, now: number): number[] {
  const times = occurrences(cadence, now, now + 22 * day)
  return times.filter((at, index) => index < 3 || at <= now + hour)
}
