import type { TaskSpec } from './catalog/flow-spec.ts'
import { named } from './demo.ts'
import type { Demo } from './demo.ts'
import { addTask, askedLimit, enterRunning, newRun } from './run-script.ts'
import type { RunOptions, RunScript, TaskScript } from './run-script.ts'
import { second } from './times.ts'

/** How an ordinary run ends. `stuck`: at its first task that asks for a slot, for want of one. */
export type Outcome =
  'completed' | 'retried' | 'failed' | 'timedOut' | 'crashed' | 'cancelled' | 'stuck'

/** What a run goes through. */
export interface Course {
  readonly outcome: Outcome
  /** Which task it happens in, from 0. */
  readonly fatal: number
  readonly message: string
}

/** Draws what becomes of a run; in an outage nearly everything fails. */
export function drawCourse(demo: Demo, options: RunOptions, outage: boolean): Course {
  const { random } = demo
  const { spec } = options.flow
  const message = random.pick(spec.failures ?? ['RuntimeError: worker process ended'])
  const fatal = random.int(0, Math.max(0, spec.tasks.length - 1))
  if (spec.tasks.some((task) => task.subflow !== undefined)) {
    return { outcome: 'completed', fatal, message }
  }
  const failing = spec.failing ?? 0.01
  const draw = random.fraction() / (outage ? 12 : 1)
  const outcome = outcomeOf(draw / failing)
  return { outcome, fatal, message: outage ? 'ConnectionError: database is unreachable' : message }
}

/** Plays a run from beginning to end, and its subflows with it; gives all of them, itself first. */
export function playRun(demo: Demo, options: RunOptions, course: Course): RunScript[] {
  const run = newRun(demo, options)
  const runs = [run]
  let at = enterRunning(demo, run) + demo.random.int(40_000, 400_000)
  for (const [index, spec] of run.flow.spec.tasks.entries()) {
    if (spec.subflow !== undefined) {
      const played = playSubflow(demo, run, { spec, subflow: spec.subflow, at })
      runs.push(...played.runs)
      at = played.until
      continue
    }
    const task = addTask(demo, run, { spec, at })
    if (course.outcome === 'stuck' && askedLimit(demo, spec) !== undefined) return runs
    const ending = index === course.fatal ? course : undefined
    at = playTask(demo, task, ending) + demo.random.int(3_000, 90_000)
    if (ending !== undefined && endEarly(run, ending, at)) return runs
  }
  run.steps.push({ type: 'COMPLETED', at: at + 20_000, lease: run.lease })
  return runs
}

/** Runs a task that waits in PENDING; gives the time of its last state. */
export function playTask(demo: Demo, task: TaskScript, course?: Course): number {
  const { random } = demo
  const { spec, steps } = task
  const asked = askedLimit(demo, spec)
  const created = steps[0]?.at ?? 0
  let at = created + random.int(600, asked === undefined ? 9_000 : 60_000)
  const from = at - 900
  const length = () => random.int(spec.seconds[0] * second, spec.seconds[1] * second) + 2_000
  steps.push({ type: 'RUNNING', at })
  at += length()
  const outcome = course?.outcome
  if (outcome === 'retried' || (outcome === 'failed' && (spec.retries ?? 0) > 0)) {
    steps.push({ type: 'SCHEDULED', name: 'AwaitingRetry', at, scheduledTime: at + 10 * second })
    at += 10 * second + 300_000
    steps.push({ type: 'RUNNING', name: 'Retrying', at })
    at += length()
  }
  if (outcome === 'failed') {
    const message = `Task run encountered an exception ${course?.message ?? ''}`
    steps.push({ type: 'FAILED', at, message })
  } else if (outcome === 'crashed' || outcome === 'timedOut' || outcome === 'cancelled') {
    const message = 'Execution was cancelled by the runtime environment.'
    steps.push({ type: 'CRASHED', at, message })
  } else {
    const cached = asked === undefined && random.chance(0.01)
    steps.push({ type: 'COMPLETED', name: cached ? 'Cached' : 'Completed', at })
  }
  if (asked !== undefined) {
    const decays = (named(demo.limits, asked.name).spec.decay ?? 0) > 0
    const to = decays ? undefined : at + random.int(20_000, 50_000)
    task.hold = { limit: asked.name, slots: asked.slots, from, to }
  }
  return at
}

function playSubflow(
  demo: Demo,
  parent: RunScript,
  options: { readonly spec: TaskSpec; readonly subflow: string; readonly at: number },
): { runs: RunScript[]; until: number } {
  const task = addTask(demo, parent, options)
  const childOptions: RunOptions = {
    flow: named(demo.flows, options.subflow),
    origin: { kind: 'subflow', parentTaskRunId: task.id },
    at: options.at + demo.random.int(40_000, 60_000),
  }
  const runs = playRun(demo, childOptions, { outcome: 'completed', fatal: 0, message: '' })
  const child = runs[0]
  if (child === undefined) throw new Error('A run has no script')
  task.child = child
  for (const { type, at } of child.steps) task.steps.push({ type, at: at + 8_000 })
  return { runs, until: (child.steps.at(-1)?.at ?? options.at) + 60_000 }
}

/** The last states of a run that does not get to its end; false where it goes on. */
function endEarly(run: RunScript, course: Course, at: number): boolean {
  const { steps, lease } = run
  switch (course.outcome) {
    case 'failed':
      steps.push({
        type: 'FAILED',
        at,
        message: `Flow run encountered an exception: ${course.message}`,
        lease,
      })
      return true
    case 'timedOut':
      steps.push({
        type: 'FAILED',
        name: 'TimedOut',
        at,
        message: 'Flow run exceeded timeout of 900.0 second(s)',
        lease,
      })
      return true
    case 'crashed':
      steps.push({
        type: 'CRASHED',
        at,
        message: 'Execution was aborted by a termination signal.',
        lease,
      })
      return true
    case 'cancelled':
      steps.push({ type: 'CANCELLING', at: at - 900_000, lease })
      steps.push({ type: 'CANCELLED', at: at + 4 * second, lease })
      return true
    default:
      return false
  }
}

function outcomeOf(draw: number): Outcome {
  if (draw < 0.55) return 'failed'
  if (draw < 0.7) return 'crashed'
  if (draw < 0.82) return 'cancelled'
  if (draw < 0.9) return 'timedOut'
  return draw < 1.6 ? 'retried' : 'completed'
}
