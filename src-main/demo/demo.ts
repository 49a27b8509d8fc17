import type { Cadence } from './cadence.ts'
import type { DeploymentSpec, WorkPoolSpec } from './catalog/deployments.ts'
import type { FlowSpec } from './catalog/flow-spec.ts'
import type { LimitSpec } from './catalog/limits.ts'
import type { JsonObject } from './python-json.ts'
import type { DemoRandom } from './random.ts'
import type { RowBatch } from './row-batch.ts'

/** A row of `flow`. */
export interface DemoFlow {
  readonly id: string
  readonly spec: FlowSpec
  readonly created: number
  /** `flow_version` of its runs. */
  readonly version: string
  /** `task_key` of its tasks, by name. */
  readonly taskKeys: ReadonlyMap<string, string>
}

/** A row of `work_pool`, and the name of its worker. */
export interface DemoWorkPool {
  readonly id: string
  readonly spec: WorkPoolSpec
  readonly worker: string
}

/** A row of `work_queue`. */
export interface DemoWorkQueue {
  readonly id: string
  readonly name: string
  readonly pool: DemoWorkPool
}

/** A row of `deployment_schedule`. */
export interface DemoSchedule {
  readonly id: string
  readonly cadence: Cadence
}

/** A row of `deployment`. */
export interface DemoDeployment {
  readonly id: string
  readonly spec: DeploymentSpec
  readonly flow: DemoFlow
  readonly created: number
  readonly queue?: DemoWorkQueue
  readonly schedules: readonly DemoSchedule[]
  /** Its concurrency limit. */
  readonly limit?: DemoLimit
}

/** A row of `concurrency_limit_v2`; the last ones move as runs take and give back slots. */
export interface DemoLimit {
  readonly id: string
  readonly spec: LimitSpec
  readonly created: number
  updated: number
  slots: number
  averageOccupancy: number
  /** What was taken of a limit with decay, in any order. */
  readonly taken: { readonly at: number; readonly slots: number }[]
}

/** A row of `artifact`, as `artifact_collection` shows the newest of each key. */
export interface DemoArtifact {
  readonly id: string
  readonly created: string
  readonly key: string
  readonly type: string
  readonly data: string
  readonly flow_run_id: string
  readonly description: string | null
}

/** What the parts of the demo share while it is written. */
export interface Demo {
  /** "Now": nothing but what is scheduled lies after it. */
  readonly now: number
  readonly random: DemoRandom
  readonly rows: RowBatch
  readonly flows: ReadonlyMap<string, DemoFlow>
  /** By `<flow>/<deployment>`. */
  readonly deployments: ReadonlyMap<string, DemoDeployment>
  /** By `<pool>/<queue>`, in the order of the catalog. */
  readonly queues: ReadonlyMap<string, DemoWorkQueue>
  /** By name. */
  readonly limits: ReadonlyMap<string, DemoLimit>
  /** By key. */
  readonly artifacts: Map<string, DemoArtifact>
}

/** The entry of a catalog that the demo itself names, which is always there. */
export function named<T>(entries: ReadonlyMap<string, T>, name: string): T {
  const entry = entries.get(name)
  if (entry === undefined) throw new Error(`The demo has no ${name}`)
  return entry
}

/** The labels that the server gives to what belongs to this flow. */
export function flowLabels(flow: DemoFlow): JsonObject {
  return { ...flow.spec.labels, 'prefect.flow.id': flow.id }
}
