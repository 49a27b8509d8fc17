import { flowLabels } from './demo.ts'
import type { Demo } from './demo.ts'
import { pythonJson } from './python-json.ts'
import type { RunScript, TaskScript } from './run-script.ts'
import { bookkeeping, briefAfter, stateDetails, stateName, taskRunPolicy } from './states.ts'
import type { Step } from './states.ts'
import { timestamp } from './times.ts'

/** Prefect's name of a task run: the function, and how many or which it is. */
export function taskRunName({ spec, dynamicKey }: TaskScript): string {
  return `${spec.subflow ?? spec.name}-${dynamicKey.slice(0, 3)}`
}

/** Writes a row of `task_run` and its rows of `task_run_state`. */
export function writeTask(demo: Demo, run: RunScript, task: TaskScript): void {
  const { random, rows, now } = demo
  const steps = task.steps.filter((step) => step.at <= now)
  const [first] = steps
  if (first === undefined) return
  const states = steps.map((step) => writeState(demo, { run, task, step }))
  const { spec, dynamicKey } = task
  const bySubflow = task.child !== undefined
  const created = Math.min(first.at + random.int(3_000, 60_000), now)
  rows.add('task_run', {
    id: task.id,
    created: timestamp(created),
    updated: states.at(-1)?.created ?? timestamp(created),
    name: taskRunName(task),
    ...bookkeeping(steps),
    task_key: run.flow.taskKeys.get(spec.name) ?? spec.name,
    dynamic_key: dynamicKey,
    cache_key: null,
    cache_expiration: null,
    task_version: task.child?.flow.version ?? null,
    empirical_policy: taskRunPolicy(spec.retries ?? 0),
    task_inputs: pythonJson(task.inputs),
    tags: pythonJson(spec.tags ?? []),
    flow_run_id: run.id,
    state_id: states.at(-1)?.id ?? null,
    flow_run_run_count: bySubflow ? 0 : 1,
    labels: bySubflow
      ? pythonJson({ ...flowLabels(run.flow), 'prefect.flow-run.id': run.id })
      : '{}',
  })
}

/** Writes one state; the server keeps those of a subflow's task, the client all others. */
function writeState(
  demo: Demo,
  what: { readonly run: RunScript; readonly task: TaskScript; readonly step: Step },
): { id: string; created: string } {
  const { random, rows, now } = demo
  const { run, task, step } = what
  const byServer = task.child !== undefined
  const id = random.uuid7(step.at)
  const created = timestamp(Math.min(step.at + random.int(4_000, 30_000), now))
  rows.add('task_run_state', {
    id,
    created,
    updated: created,
    type: step.type,
    timestamp: timestamp(step.at),
    name: stateName(step),
    message: step.message ?? (byServer ? null : ''),
    state_details: stateDetails(step, {
      flowRunId: run.id,
      taskRunId: task.id,
      childFlowRunId: task.child?.id,
      transitionId: byServer && step.type !== 'PENDING' ? random.uuid() : null,
      deferred: byServer && step.type !== 'PENDING' ? null : false,
      brief: step.at < now - briefAfter,
    }),
    data: null,
    task_run_id: task.id,
    result_artifact_id: null,
  })
  return { id, created }
}
