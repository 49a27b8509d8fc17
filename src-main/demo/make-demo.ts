import { businessFlows } from './catalog/business-flows.ts'
import { dataFlows } from './catalog/data-flows.ts'
import { deploymentSpecs, workPoolSpecs } from './catalog/deployments.ts'
import type { DeploymentSpec } from './catalog/deployments.ts'
import type { FlowSpec } from './catalog/flow-spec.ts'
import { limitSpecs } from './catalog/limits.ts'
import type { LimitSpec } from './catalog/limits.ts'
import { modelFlows } from './catalog/model-flows.ts'
import { named } from './demo.ts'
import type { Demo, DemoDeployment, DemoFlow, DemoLimit, DemoWorkQueue } from './demo.ts'
import { DemoRandom } from './random.ts'
import { RowBatch } from './row-batch.ts'
import { day, minute } from './times.ts'

/** Gives every flow, deployment, queue and limit of the catalogs its id; writes nothing. */
export function makeDemo(seed: number, now: number): Demo {
  const random = new DemoRandom(`sluice demo ${seed}`)
  const ids = random.fork('ids')
  const flows = new Map<string, DemoFlow>()
  for (const spec of [...dataFlows, ...modelFlows, ...businessFlows]) {
    flows.set(spec.name, makeFlow(spec, now, ids))
  }
  const limits = new Map<string, DemoLimit>()
  for (const spec of limitSpecs) {
    limits.set(spec.name, makeLimit(spec, now - (spec.age ?? 80) * day, ids))
  }
  const queues = makeQueues(ids)
  const deployments = new Map<string, DemoDeployment>()
  for (const spec of deploymentSpecs) {
    const deployment = makeDeployment(spec, { flows, queues }, ids)
    deployments.set(`${spec.flow}/${spec.name}`, deployment)
    if (deployment.limit !== undefined) limits.set(deployment.limit.spec.name, deployment.limit)
  }
  const rows = new RowBatch()
  return { now, random, rows, flows, deployments, queues, limits, artifacts: new Map() }
}

function makeFlow(spec: FlowSpec, now: number, random: DemoRandom): DemoFlow {
  // One flow is so new that the events still tell of its creation.
  const age = spec.name === 'scratchpad' ? 2 * day : random.int(40, 400) * day
  const taskKeys = new Map<string, string>()
  for (const { name, subflow } of spec.tasks) {
    if (!taskKeys.has(name)) taskKeys.set(name, `${subflow ?? name}-${random.hex(8)}`)
  }
  const created = now - age - random.int(1, 86_000_000_000)
  return { id: random.uuid(), spec, created, version: random.hex(32), taskKeys }
}

function makeQueues(random: DemoRandom): Map<string, DemoWorkQueue> {
  const queues = new Map<string, DemoWorkQueue>()
  for (const spec of workPoolSpecs) {
    const kind = spec.type === 'docker' ? 'DockerWorker' : 'ProcessWorker'
    const pool = { id: random.uuid(), spec, worker: `${kind} ${random.uuid()}` }
    for (const { name } of spec.queues) {
      queues.set(`${spec.name}/${name}`, { id: random.uuid(), name, pool })
    }
  }
  return queues
}

function makeDeployment(
  spec: DeploymentSpec,
  known: Pick<Demo, 'flows' | 'queues'>,
  random: DemoRandom,
): DemoDeployment {
  const id = random.uuid()
  const flow = named(known.flows, spec.flow)
  const created = flow.created + random.int(2, 200) * minute
  const limit =
    spec.concurrency === undefined
      ? undefined
      : makeLimit({ name: `deployment:${id}`, limit: spec.concurrency.limit }, created, random)
  return {
    id,
    spec,
    flow,
    created,
    queue: spec.queue === undefined ? undefined : named(known.queues, spec.queue),
    schedules: (spec.schedules ?? []).map((cadence) => ({ id: random.uuid(), cadence })),
    limit,
  }
}

function makeLimit(spec: LimitSpec, created: number, random: DemoRandom): DemoLimit {
  const at = created + random.int(1, 86_000_000_000)
  const moving = { updated: at, slots: 0, averageOccupancy: 2, taken: [] }
  return { id: random.uuid(), spec, created: at, ...moving }
}
