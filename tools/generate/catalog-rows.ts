import { pythonJson } from '../../src-main/demo/python-json.ts'
import type { DemoRandom } from '../../src-main/demo/random.ts'
import { day, hour, timestamp } from '../../src-main/demo/times.ts'
import type { BulkFile } from './bulk-file.ts'
import type { GeneratorParameters } from './parameters.ts'
import { jobs, runTags, subjects, systems, tasks } from './vocabulary.ts'

/** A deployment, as far as its runs need it. */
export interface Deployment {
  readonly id: string
  readonly queueId: string
  readonly queueName: string
}

/** A flow, as far as its runs need it. */
export interface Flow {
  readonly id: string
  readonly deployments: readonly Deployment[]
  /** The part of its runs that fails. */
  readonly failing: number
  /** The tags of its runs, as JSON. */
  readonly runTags: string
  readonly tasks: readonly string[]
  /** One flow alone has a task that no other has. */
  readonly rare: boolean
}

interface Queue {
  readonly id: string
  readonly name: string
}

/** Where and when the catalog is written. */
export interface CatalogTarget {
  file: BulkFile
  random: DemoRandom
  /** When the first flow was made. */
  from: number
}

function recorded(random: DemoRandom, at: number) {
  return { id: random.uuid(), created: timestamp(at), updated: timestamp(at + 1234) }
}

const poolTypes = ['process', 'docker', 'kubernetes'] as const

/** Writes ten work pools with three queues each. */
function addQueues({ file, random, from }: CatalogTarget): Queue[] {
  const queues: Queue[] = []
  for (let pool = 0; pool < 10; pool += 1) {
    const poolId = random.uuid()
    const added = ['default', 'high', `queue-${pool}`].map((name) => ({ id: random.uuid(), name }))
    file.insert('work_pool', {
      ...recorded(random, from),
      id: poolId,
      name: `pool-${pool}`,
      type: poolTypes[pool % 3] ?? 'process',
      default_queue_id: added[0]?.id ?? null,
      is_paused: 0,
      status: 'READY',
    })
    for (const [priority, queue] of added.entries()) {
      file.insert('work_queue', {
        ...recorded(random, from),
        ...queue,
        priority: priority + 1,
        work_pool_id: poolId,
        status: 'READY',
      })
      queues.push(queue)
    }
  }
  return queues
}

/** Writes limits: V1 rows, which hold slots, and as many of V2. */
function addLimits({ file, random, from }: CatalogTarget): void {
  for (let index = 0; index < 200; index += 1) {
    const slots = Array.from({ length: index % 5 }, () => random.uuid())
    file.insert('concurrency_limit', {
      ...recorded(random, from),
      tag: `limit-${index}`,
      concurrency_limit: 1 + (index % 20),
      active_slots: pythonJson(slots),
    })
    file.insert('concurrency_limit_v2', {
      ...recorded(random, from),
      active: 1,
      name: `tag:limit-${index}`,
      limit: 1 + (index % 20),
      active_slots: slots.length,
      denied_slots: 0,
      slot_decay_per_second: 0,
      avg_slot_occupancy_seconds: 2,
    })
  }
}

function addDeployments(
  target: CatalogTarget,
  flow: { id: string; index: number },
  queues: readonly Queue[],
): Deployment[] {
  const { file, random, from } = target
  const deployments: Deployment[] = []
  const count = flow.index % 10 === 9 ? 0 : flow.index % 4 === 0 ? 2 : 1
  for (let index = 0; index < count; index += 1) {
    // Most work goes to the first pools: one deployment of a hundred to the last.
    const place = Math.floor(random.fraction() ** 3 * queues.length)
    const queue = queues[place] ?? { id: '', name: '' }
    const row = recorded(random, from + flow.index * hour)
    file.insert('deployment', {
      ...row,
      name: index === 0 ? 'production' : 'staging',
      tags: pythonJson(index === 0 ? ['prod'] : []),
      flow_id: flow.id,
      entrypoint: 'flows/main.py:run',
      work_queue_name: queue.name,
      work_queue_id: queue.id,
      enforce_parameter_schema: 1,
      paused: flow.index % 40 === 1 ? 1 : 0,
      status: 'READY',
      labels: pythonJson({ 'prefect.flow.id': flow.id }),
    })
    deployments.push({ id: row.id, queueId: queue.id, queueName: queue.name })
  }
  return deployments
}

function flowTags(index: number): string {
  if (index % 200 === 7) return pythonJson(['quarantined', 'nightly'])
  return pythonJson(index % 3 === 0 ? [] : ['team-' + (index % 9), 'nightly'])
}

/** NULL, as older servers left it, empty, or of three kinds of value. */
function flowLabels(index: number): string | null {
  if (index % 10 === 0) return null
  return index % 2 === 0
    ? '{}'
    : pythonJson({ team: `team-${index % 9}`, tier: index % 3, on: true })
}

/** Writes pools, queues, limits, flows and deployments; the first flow is the busiest one. */
export function addCatalog(target: CatalogTarget, parameters: GeneratorParameters): Flow[] {
  const { file, random, from } = target
  const queues = addQueues(target)
  addLimits(target)
  const flows: Flow[] = []
  for (let index = 0; index < parameters.flows; index += 1) {
    const row = recorded(random, from + (index * 30 * day) / parameters.flows)
    const name = `${random.pick(systems)}-${random.pick(subjects)}-${random.pick(jobs)}-${index}`
    file.insert('flow', { ...row, name, tags: flowTags(index), labels: flowLabels(index) })
    flows.push({
      id: row.id,
      deployments: addDeployments(target, { id: row.id, index }, queues),
      // A few flows are broken, a tenth never fail, most fail now and then.
      failing: index % 10 === 3 ? 0 : index % 50 === 8 ? 0.6 : 0.02 + 0.15 * random.fraction(),
      runTags: pythonJson(runTags[random.int(0, runTags.length - 1)] ?? []),
      tasks: tasks.slice(index % 4, (index % 4) + 3),
      rare: index === Math.floor(parameters.flows / 2),
    })
  }
  return flows
}
