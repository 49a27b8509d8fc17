import { scheduleKind } from './cadence.ts'
import { flowLabels } from './demo.ts'
import type { Demo } from './demo.ts'
import { writeHoldEvents } from './hold-events.ts'
import { countDeploymentSlot, countHold } from './limit-counter.ts'
import { pythonJson } from './python-json.ts'
import type { JsonObject } from './python-json.ts'
import { writeRunEvents } from './run-events.ts'
import type { WrittenStep } from './run-events.ts'
import { writeRunLogs } from './run-logs.ts'
import type { RunScript } from './run-script.ts'
import { bookkeeping, briefAfter, flowRunPolicy, stateDetails, stateName } from './states.ts'
import type { Step } from './states.ts'
import { pythonTime, timestamp, updateTimestamp } from './times.ts'
import { writeTask } from './write-task.ts'

/** Writes a flow run with all that belongs to it, as far as it has happened. */
export function writeRun(demo: Demo, run: RunScript): void {
  const steps = run.steps.filter((step) => step.at <= demo.now)
  const written = steps.map((step, index) => ({ id: writeState(demo, run, { step, index }), step }))
  writeRow(demo, run, written)
  for (const task of run.tasks) {
    writeTask(demo, run, task)
    countHold(demo, task)
    writeHoldEvents(demo, run, task)
  }
  countDeploymentSlot(demo, run)
  writeRunEvents(demo, run, written)
  writeRunLogs(demo, run)
}

function writeRow(demo: Demo, run: RunScript, written: readonly WrittenStep[]): void {
  const { now, rows } = demo
  const { deployment, flow, origin } = run
  const queue = deployment?.queue
  const started = written.some(({ step }) => step.type === 'RUNNING')
  const bySchedule = origin.kind === 'schedule' ? origin.schedule : undefined
  const last = written.at(-1)?.step.at ?? run.created
  const pauses = run.steps.flatMap((step) => (step.pause === undefined ? [] : [step.pause.key]))
  rows.add('flow_run', {
    id: run.id,
    created: timestamp(Math.min(run.created + 300, now)),
    updated: updateTimestamp(Math.min(Math.max(last + 14_000, run.created + 2_000), now)),
    name: run.name,
    ...bookkeeping(written.map(({ step }) => step)),
    flow_version: started || deployment === undefined ? flow.version : null,
    parameters: pythonJson(parametersOf(run)),
    idempotency_key: bySchedule === undefined ? null : idempotencyKey(run, bySchedule.id),
    context: '{}',
    empirical_policy: flowRunPolicy(
      started || deployment === undefined ? (run.retries ?? 0) : null,
      pauses,
    ),
    tags: pythonJson(run.tags),
    auto_scheduled: bySchedule === undefined ? 0 : 1,
    flow_id: flow.id,
    deployment_id: deployment?.id ?? null,
    parent_task_run_id: origin.kind === 'subflow' ? origin.parentTaskRunId : null,
    state_id: written.at(-1)?.id ?? null,
    infrastructure_document_id: null,
    work_queue_name: queue?.name ?? null,
    created_by: createdBy(run),
    infrastructure_pid: started ? infrastructurePid(demo, run) : null,
    work_queue_id: queue?.id ?? null,
    job_variables: '{}',
    deployment_version: deployment?.spec.version ?? null,
    labels: pythonJson(labelsOf(run, started)),
  })
}

function writeState(
  demo: Demo,
  run: RunScript,
  { step, index }: { readonly step: Step; readonly index: number },
): string {
  const { random, rows, now } = demo
  const id = random.uuid7(step.at)
  const created = Math.min(step.at + random.int(2_000, 16_000), now)
  const first = index === 0
  const scheduled = step.type === 'SCHEDULED'
  rows.add('flow_run_state', {
    id,
    created: timestamp(created),
    updated: timestamp(Math.min(created + 25, now)),
    type: step.type,
    timestamp: timestamp(step.at),
    name: stateName(step),
    message: step.message ?? null,
    state_details: stateDetails(step, {
      // The scheduler does not know the run's id when it makes the state.
      flowRunId: first && run.origin.kind === 'schedule' ? null : run.id,
      taskRunId: run.origin.kind === 'subflow' ? run.origin.parentTaskRunId : null,
      transitionId: first || scheduled ? null : random.uuid(),
      deferred: first || scheduled ? false : null,
      brief: step.at < now - briefAfter,
    }),
    data: null,
    flow_run_id: run.id,
    result_artifact_id: null,
  })
  return id
}

/** A run of a deployment has the deployment's parameters, any other all that the flow took. */
function parametersOf({ deployment, flow }: RunScript): JsonObject {
  return (deployment === undefined ? flow.spec.parameters : deployment.spec.parameters) ?? {}
}

function idempotencyKey({ deployment, at }: RunScript, scheduleId: string): string {
  return `scheduled ${deployment?.id ?? ''} ${scheduleId} ${pythonTime(at, ' ')}`
}

function createdBy({ origin }: RunScript): string | null {
  if (origin.kind !== 'schedule') return null
  const { id, cadence } = origin.schedule
  return pythonJson({ id, type: 'SCHEDULE', display_value: scheduleKind(cadence) })
}

function labelsOf({ deployment, flow }: RunScript, started: boolean): JsonObject {
  const labels = flowLabels(flow)
  if (deployment === undefined) return labels
  const pool = deployment.queue?.pool
  const byWorker =
    pool === undefined || !started
      ? {}
      : {
          'prefect.worker.name': pool.worker,
          'prefect.worker.type': pool.spec.type,
          'prefect.work-pool.name': pool.spec.name,
          'prefect.work-pool.id': pool.id,
        }
  return { ...labels, 'prefect.deployment.id': deployment.id, ...byWorker }
}

/** What the worker of the pool wrote down to find the process or container again. */
function infrastructurePid({ random }: Demo, { deployment }: RunScript): string | null {
  const type = deployment?.queue?.pool.spec.type
  if (type === undefined) return null
  return type === 'docker'
    ? `http+docker://localhost:${random.hex(64)}`
    : String(random.int(2_000, 64_000))
}
