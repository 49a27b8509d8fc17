import { scheduleJson } from './cadence.ts'
import { flowLabels } from './demo.ts'
import type { Demo, DemoDeployment, DemoFlow } from './demo.ts'
import { pythonJson } from './python-json.ts'
import type { Json, JsonObject } from './python-json.ts'
import { day, second, timestamp, updateTimestamp } from './times.ts'

/** Writes the flows, and the deployments with their schedules. */
export function writeFlows(demo: Demo): void {
  for (const flow of demo.flows.values()) {
    const { labels } = flow.spec
    demo.rows.add('flow', {
      id: flow.id,
      created: timestamp(flow.created),
      updated: timestamp(flow.created + 24),
      name: flow.spec.name,
      tags: pythonJson(flow.spec.tags),
      labels: labels === null ? null : pythonJson(labels),
    })
  }
  for (const deployment of demo.deployments.values()) {
    writeDeployment(demo, deployment)
    writeSchedules(demo, deployment)
  }
}

function writeDeployment(demo: Demo, deployment: DemoDeployment): void {
  const { spec, flow, queue, limit } = deployment
  // Workers and serving processes ask for work every few seconds.
  const polled = demo.now - demo.random.int(second, 14 * second)
  const module = flow.spec.name.replaceAll('-', '_')
  demo.rows.add('deployment', {
    id: deployment.id,
    created: timestamp(deployment.created),
    updated: updateTimestamp(polled),
    name: spec.name,
    tags: pythonJson(spec.tags ?? []),
    parameters: pythonJson(spec.parameters ?? {}),
    flow_id: flow.id,
    description: spec.description ?? null,
    infrastructure_document_id: null,
    parameter_openapi_schema: pythonJson(parameterSchema(flow)),
    storage_document_id: null,
    version: spec.version ?? null,
    infra_overrides: '{}',
    path: queue === undefined ? '.' : null,
    entrypoint: `flows/${module}.py:${module}`,
    work_queue_name: queue?.name ?? null,
    created_by: null,
    updated_by: null,
    work_queue_id: queue?.id ?? null,
    pull_steps: queue === undefined ? '[]' : pullSteps,
    enforce_parameter_schema: 1,
    last_polled: timestamp(polled),
    paused: spec.paused === true ? 1 : 0,
    status: 'READY',
    concurrency_limit: spec.concurrency?.limit ?? null,
    concurrency_options: concurrencyOptions(deployment),
    concurrency_limit_id: limit?.id ?? null,
    labels: pythonJson(flowLabels(flow)),
    version_id: null,
  })
}

const pullSteps = pythonJson([
  { 'prefect.deployments.steps.set_working_directory': { directory: '/opt/flows' } },
])

function concurrencyOptions({ spec }: DemoDeployment): string | null {
  const strategy = spec.concurrency?.strategy
  if (strategy === undefined) return null
  return pythonJson({ collision_strategy: strategy, grace_period_seconds: null })
}

/** What Prefect reads off the signature of the flow's function. */
function parameterSchema(flow: DemoFlow): JsonObject {
  const parameters = Object.entries(flow.spec.parameters ?? {})
  const properties = parameters.map(([title, value], position) => {
    return [title, { default: value, position, title, type: schemaType(value ?? null) }] as const
  })
  return { title: 'Parameters', type: 'object', properties: Object.fromEntries(properties) }
}

function schemaType(value: Json): string {
  if (typeof value === 'number') return 'integer'
  return typeof value === 'boolean' ? 'boolean' : 'string'
}

function writeSchedules({ rows, now }: Demo, deployment: DemoDeployment): void {
  for (const schedule of deployment.schedules) {
    const created = deployment.created + 10_600
    // Who pauses a deployment in the UI leaves its schedules as they are.
    rows.add('deployment_schedule', {
      id: schedule.id,
      created: timestamp(Math.min(created, now - day)),
      updated: timestamp(Math.min(created + 20, now - day)),
      schedule: scheduleJson(schedule.cadence),
      active: 1,
      deployment_id: deployment.id,
      max_scheduled_runs: null,
      parameters: '{}',
      slug: null,
    })
  }
}
