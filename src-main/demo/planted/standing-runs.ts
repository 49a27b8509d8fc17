import { named } from '../demo.ts'
import type { Demo } from '../demo.ts'
import { addTask, enterRunning, newRun } from '../run-script.ts'
import type { RunOptions, RunScript, TaskScript } from '../run-script.ts'
import { day, hour, minute, second } from '../times.ts'

/** Runs in the states that are rare or soon over, so that each can be seen. */
export function standingRuns(demo: Demo): RunScript[] {
  return [
    paused(demo),
    suspended(demo, demo.now - 2 * hour),
    resumed(demo),
    cancelling(demo),
    awaitingRetry(demo),
    pending(demo, 'process-uploads/on-demand', 5 * second),
    pending(demo, 'forecast-demand/monday', 8 * second),
    withTaskNotReady(demo),
  ]
}

const onDemand = 'process-uploads/on-demand'
const rotation = 'rotate-api-keys/quarterly'

function byHand(demo: Demo, name: string, at: number): RunOptions {
  const deployment = named(demo.deployments, name)
  return { flow: deployment.flow, deployment, origin: { kind: 'deployment' }, at }
}

function paused(demo: Demo): RunScript {
  const flow = named(demo.flows, 'rotate-api-keys')
  const run = newRun(demo, { flow, origin: { kind: 'direct' }, at: demo.now - 11 * minute })
  const at = enterRunning(demo, run) + 400_000
  const pause = { key: '1', timeout: at + hour, reschedule: false }
  run.steps.push({ type: 'PAUSED', at, pause })
  return run
}

function suspended(demo: Demo, start: number): RunScript {
  const run = newRun(demo, byHand(demo, rotation, start))
  const at = enterRunning(demo, run) + 400_000
  const pause = { key: '1', timeout: at + day, reschedule: true }
  run.steps.push({ type: 'PAUSED', name: 'Suspended', at, pause })
  return run
}

/** Suspended, resumed an hour later, and then its keys had to be rolled back. */
function resumed(demo: Demo): RunScript {
  const run = suspended(demo, demo.now - 6 * day)
  let at = run.at + hour
  const resuming = { type: 'SCHEDULED', name: 'Resuming', at, scheduledTime: at } as const
  const again: RunScript = { ...run, at: at + second, steps: [resuming] }
  at = enterRunning(demo, again)
  run.steps.push(...again.steps)
  const [create, swap] = run.flow.spec.tasks
  if (create === undefined || swap === undefined) return run
  const created = addTask(demo, run, { spec: create, at: at + 100_000 })
  end(created, 4 * second).push({ type: 'COMPLETED', name: 'RolledBack', at: at + 15 * second })
  const swapped = addTask(demo, run, { spec: swap, at: at + 6 * second })
  const error = 'PermissionError: vault is sealed'
  const message = `Task run encountered an exception ${error}`
  swapped.steps.push({ type: 'RUNNING', at: at + 7 * second })
  swapped.steps.push({ type: 'FAILED', at: at + 14 * second, message })
  const failed = `Flow run encountered an exception: ${error}`
  run.steps.push({ type: 'FAILED', at: at + 16 * second, message: failed })
  return run
}

function cancelling(demo: Demo): RunScript {
  const run = newRun(demo, byHand(demo, onDemand, demo.now - 5 * minute))
  const at = enterRunning(demo, run) + 200_000
  const [scan, convert] = run.flow.spec.tasks
  if (scan === undefined || convert === undefined) return run
  end(addTask(demo, run, { spec: scan, at }), 3 * second)
  const converting = addTask(demo, run, { spec: convert, at: at + 4 * second })
  converting.steps.push({ type: 'RUNNING', at: at + 4_100_000 })
  run.steps.push({ type: 'CANCELLING', at: demo.now - 2 * minute })
  return run
}

function awaitingRetry(demo: Demo): RunScript {
  const flow = named(demo.flows, 'backfill-events')
  const run = newRun(demo, { flow, origin: { kind: 'direct' }, at: demo.now - 25 * minute })
  run.retries = 2
  const at = enterRunning(demo, run) + 200_000
  const [plan] = flow.spec.tasks
  if (plan !== undefined) end(addTask(demo, run, { spec: plan, at }), 2 * second)
  const failed = demo.now - 7 * minute
  run.steps.push({
    type: 'SCHEDULED',
    name: 'AwaitingRetry',
    at: failed,
    scheduledTime: failed + 30 * minute,
    message: 'Flow run encountered an exception: MemoryError: cannot allocate 2.1 GiB',
  })
  return run
}

/** Picked up by a worker a moment ago: what happens after now is not written. */
function pending(demo: Demo, name: string, age: number): RunScript {
  const run = newRun(demo, byHand(demo, name, demo.now - age))
  enterRunning(demo, run)
  return { ...run, steps: run.steps.filter((step) => step.type !== 'RUNNING') }
}

function withTaskNotReady(demo: Demo): RunScript {
  const run = newRun(demo, byHand(demo, onDemand, demo.now - 5 * hour))
  const at = enterRunning(demo, run) + 200_000
  const [scan, convert] = run.flow.spec.tasks
  if (scan === undefined || convert === undefined) return run
  const scanned = addTask(demo, run, { spec: scan, at })
  const error = 'FileNotFoundError: inbox/2026-report.csv'
  const message = `Task run encountered an exception ${error}`
  scanned.steps.push({ type: 'RUNNING', at: at + 5_000 })
  scanned.steps.push({ type: 'FAILED', at: at + second, message })
  const converted = addTask(demo, run, { spec: convert, at: at + 3_000 })
  const waiting = `Upstream task run '${scanned.id}' did not reach a 'COMPLETED' state.`
  converted.steps.push({ type: 'PENDING', name: 'NotReady', at: at + 2 * second, message: waiting })
  const failed = '1/2 states failed.'
  run.steps.push({ type: 'FAILED', at: at + 3 * second, message: failed })
  return run
}

function end(task: TaskScript, length: number): TaskScript['steps'] {
  const at = (task.steps[0]?.at ?? 0) + 5_000
  task.steps.push({ type: 'RUNNING', at }, { type: 'COMPLETED', at: at + length })
  return task.steps
}
