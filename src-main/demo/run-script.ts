import { occurrences } from './cadence.ts'
import type { TaskSpec } from './catalog/flow-spec.ts'
import { runName } from './catalog/words.ts'
import type { Demo, DemoDeployment, DemoFlow, DemoSchedule } from './demo.ts'
import type { JsonObject } from './python-json.ts'
import type { Step } from './states.ts'
import { day, hour, second } from './times.ts'

/** Slots that a task holds for a while. */
export interface Hold {
  readonly limit: string
  readonly slots: number
  readonly from: number
  /** Absent: never given back. */
  readonly to?: number
  /** The server did not hear of the release: the event says it, the counter does not. */
  readonly leaked?: boolean
}

/** What will be a task run. */
export interface TaskScript {
  readonly id: string
  readonly spec: TaskSpec
  readonly dynamicKey: string
  readonly inputs: JsonObject
  readonly steps: Step[]
  hold?: Hold
  /** The flow run it stands for. */
  child?: RunScript
}

/** How a flow run came to be. */
export type RunOrigin =
  | { readonly kind: 'schedule'; readonly schedule: DemoSchedule }
  | { readonly kind: 'deployment' | 'direct' }
  | { readonly kind: 'subflow'; readonly parentTaskRunId: string }

/** What will be a flow run: what happens after "now" is not written. */
export interface RunScript {
  readonly id: string
  readonly name: string
  readonly flow: DemoFlow
  readonly deployment?: DemoDeployment
  readonly origin: RunOrigin
  readonly created: number
  /** When it is to start. */
  readonly at: number
  readonly tags: readonly string[]
  readonly lease?: string
  readonly steps: Step[]
  readonly tasks: TaskScript[]
  /** When its process was killed: no sign of life after. Absent: it lives while it is RUNNING. */
  diesAt?: number
  /** How often the flow tries again. */
  retries?: number
}

/** What a run is of, and when: its scheduled time, or where there is none its start. */
export interface RunOptions {
  readonly flow: DemoFlow
  readonly deployment?: DemoDeployment
  readonly origin: RunOrigin
  readonly at: number
  readonly tags?: readonly string[]
}

/** Begins a script; a run of a deployment is Scheduled, any other has no state yet. */
export function newRun(demo: Demo, options: RunOptions): RunScript {
  const { flow, deployment, origin, at } = options
  const { random } = demo
  const bySchedule = origin.kind === 'schedule'
  const created = bySchedule
    ? Math.min(scheduledAt(origin.schedule, at) + random.int(0, 59 * second), demo.now - second)
    : at
  const tags = [
    ...(bySchedule ? ['auto-scheduled'] : []),
    ...(deployment?.spec.tags ?? []),
    ...(options.tags ?? []),
  ]
  const steps: Step[] = []
  if (bySchedule) {
    const message = 'Flow run scheduled'
    steps.push({ type: 'SCHEDULED', at: created - 8_000, scheduledTime: at, message })
  } else if (deployment !== undefined) {
    steps.push({ type: 'SCHEDULED', at: created, scheduledTime: created - 24_000 })
  }
  return {
    id: bySchedule ? random.uuid7(created) : random.uuid(),
    name: runName(random),
    flow,
    deployment,
    origin,
    created,
    at,
    tags,
    lease: deployment?.limit === undefined ? undefined : random.uuid(),
    steps,
    tasks: [],
  }
}

/** Takes a run from its first state to RUNNING; gives the time it starts. */
export function enterRunning(demo: Demo, run: RunScript): number {
  const { random } = demo
  const { steps, deployment, lease } = run
  if (deployment === undefined) {
    steps.push({ type: 'PENDING', at: run.at })
    return push(run, { type: 'RUNNING', at: run.at + random.int(14_000, 30_000) })
  }
  const scheduledTime = steps[0]?.scheduledTime
  // Workers look ten seconds ahead, so that a run starts on time.
  const early = run.origin.kind === 'schedule' ? -random.int(500_000, 9_500_000) : 2_400_000
  let at = run.at + early
  steps.push({ type: 'PENDING', at, scheduledTime, lease })
  at += random.int(12_000, 170_000)
  steps.push({ type: 'PENDING', name: 'Submitting', at, scheduledTime, lease })
  if (deployment.queue?.pool.spec.type === 'docker') {
    at += random.int(300_000, 900_000)
    steps.push({ type: 'PENDING', name: 'InfrastructurePending', at, scheduledTime, lease })
  }
  at = Math.max(at + random.int(2 * second, 6 * second), run.at - 400_000)
  return push(run, { type: 'RUNNING', at, lease })
}

/** Adds a task run in PENDING. */
export function addTask(demo: Demo, run: RunScript, options: { spec: TaskSpec; at: number }) {
  const { random } = demo
  const { spec, at } = options
  const before = run.tasks.at(-1)
  const data = before === undefined ? [] : [{ input_type: 'task_run', id: before.id }]
  const task: TaskScript = {
    id: spec.subflow === undefined ? random.uuid7(at) : random.uuid(),
    spec,
    dynamicKey: spec.subflow === undefined ? random.uuid() : '0',
    inputs: run.tasks.length === 0 ? {} : { data },
    steps: [{ type: 'PENDING', at }],
  }
  run.tasks.push(task)
  return task
}

/** The limit that a task of this kind asks for before it runs. */
export function askedLimit(
  demo: Demo,
  spec: TaskSpec,
): { name: string; slots: number } | undefined {
  if (spec.asks !== undefined) return { name: spec.asks.limit, slots: spec.asks.slots }
  const tag = spec.tags?.find((name) => demo.limits.has(`tag:${name}`))
  return tag === undefined ? undefined : { name: `tag:${tag}`, slots: 1 }
}

/** The scheduler makes runs an hour, or three runs, ahead. */
function scheduledAt(schedule: DemoSchedule, at: number): number {
  const { cadence } = schedule
  const third =
    'every' in cadence
      ? at - 3 * cadence.every
      : occurrences(cadence, at - 22 * day, at - second).at(-3)
  return Math.min(third ?? at - 22 * day, at - hour)
}

function push(run: RunScript, step: Step): number {
  run.steps.push(step)
  return step.at
}
