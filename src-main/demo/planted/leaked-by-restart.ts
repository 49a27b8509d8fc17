import { named } from '../demo.ts'
import type { Demo } from '../demo.ts'
import { playRun } from '../ordinary-run.ts'
import { addTask, enterRunning, newRun } from '../run-script.ts'
import type { RunOptions, RunScript, TaskScript } from '../run-script.ts'
import { hour, minute, second } from '../times.ts'

/** When the server was restarted while tasks held slots of `tag:gpu` and `tag:database`. */
export function restartedAt(demo: Demo): number {
  return demo.now - 26 * hour
}

/**
 * `tag:gpu`, leaked by a restart: both tasks have ended Completed and said so in events, but they
 * gave back leases that the new server did not know. The counter stays at 2 of 2, for good, and
 * what came after waits without end.
 */
export function leakedByRestart(demo: Demo): RunScript[] {
  const leaking = leakingRun(demo)
  const waiting = playRun(demo, trainingByHand(demo, demo.now - 42 * minute), {
    outcome: 'stuck',
    fatal: 0,
    message: '',
  })
  const [run] = waiting
  const first = run?.tasks.at(-1)
  // Its two folds are submitted together.
  if (run !== undefined && first !== undefined) {
    addTask(demo, run, { spec: first.spec, at: (first.steps[0]?.at ?? 0) + 3_000 })
  }
  return [...leaking, ...waiting]
}

/** Runs a task from PENDING over the restart to its end; the server never hears of its release. */
export function leak(task: TaskScript, options: { limit: string; end: number }): void {
  const { limit, end } = options
  const at = (task.steps[0]?.at ?? 0) + 60_000
  task.steps.push({ type: 'RUNNING', at }, { type: 'COMPLETED', at: end })
  task.hold = { limit, slots: 1, from: at - 1_000, to: end + 31_000, leaked: true }
}

function leakingRun(demo: Demo): RunScript[] {
  const restart = restartedAt(demo)
  const options = trainingByHand(demo, restart - 9 * minute)
  const run = newRun(demo, options)
  let at = enterRunning(demo, run) + 200_000
  const [load, fold, , , register] = run.flow.spec.tasks
  if (load === undefined || fold === undefined || register === undefined) return []
  at = complete(addTask(demo, run, { spec: load, at }), 58 * second)
  const one = addTask(demo, run, { spec: fold, at: at + 30_000 })
  const other = addTask(demo, run, { spec: fold, at: at + 33_000 })
  leak(one, { limit: 'tag:gpu', end: restart + 4 * minute })
  leak(other, { limit: 'tag:gpu', end: restart + 6 * minute + 11 * second })
  const last = addTask(demo, run, { spec: register, at: restart + 6 * minute + 12 * second })
  run.steps.push({ type: 'COMPLETED', at: complete(last, 5 * second) + 40_000 })
  return [run]
}

function trainingByHand(demo: Demo, at: number): RunOptions {
  return {
    flow: named(demo.flows, 'train-churn-model'),
    deployment: named(demo.deployments, 'train-churn-model/weekly'),
    origin: { kind: 'deployment' },
    at,
  }
}

function complete(task: TaskScript, length: number): number {
  const at = (task.steps[0]?.at ?? 0) + 4_000
  task.steps.push({ type: 'RUNNING', at }, { type: 'COMPLETED', at: at + length })
  return at + length
}
