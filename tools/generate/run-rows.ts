import { pythonJson } from '../../src-main/demo/python-json.ts'
import type { DemoRandom } from '../../src-main/demo/random.ts'
import { bookkeeping, flowRunPolicy, stateDetails, type Step } from '../../src-main/demo/states.ts'
import { timestamp, updateTimestamp } from '../../src-main/demo/times.ts'
import type { BulkFile } from './bulk-file.ts'
import type { Flow } from './catalog-rows.ts'
import { FlowPicker } from './flow-picker.ts'
import type { GeneratorParameters } from './parameters.ts'
import { expectedTime, stateTypeOf, stepsOf, type RunNumber } from './run-plan.ts'
import { addTaskRun } from './task-run-rows.ts'
import { adjectives, animals } from './vocabulary.ts'

/** Where and when runs are written. */
export interface RunTarget {
  file: BulkFile
  random: DemoRandom
  /** The moment of the file: what is scheduled lies behind it. */
  now: number
}

const policy = flowRunPolicy(null, [])

/** Writes every flow run, in the order they are expected, each with its state and its task runs. */
export class RunWriter {
  readonly #target: RunTarget
  readonly #flows: readonly Flow[]
  readonly #parameters: GeneratorParameters
  readonly #picker: FlowPicker
  #lastTaskRun: string | null = null

  constructor(target: RunTarget, flows: readonly Flow[], parameters: GeneratorParameters) {
    this.#target = target
    this.#flows = flows
    this.#parameters = parameters
    this.#picker = new FlowPicker(parameters)
  }

  /** Writes them all. */
  addAll(): void {
    const { runs } = this.#parameters
    for (let index = 0; index < runs; index += 1) this.#addRun({ index, runs })
  }

  #addRun(number: RunNumber): void {
    const { file, random, now } = this.#target
    const place = this.#picker.pick(random)
    const flow = this.#flows[place]
    if (!flow) return
    const type = stateTypeOf(number, { failing: flow.failing, busiest: place === 0 }, random)
    const steps = stepsOf(type, expectedTime(number, now, random), random)
    const id = random.uuid()
    const state = this.#addState(id, steps.at(-1))
    file.insert('flow_run', {
      ...this.#identity(id, steps),
      ...bookkeeping(steps),
      state_id: state,
      tags: tagsOf(number, flow, random),
      empirical_policy: policy,
      parameters: `{"day": "${timestamp(steps[0]?.at ?? 0).slice(0, 10)}", "limit": 1000}`,
      flow_id: flow.id,
      flow_version: random.chance(0.5) ? 'v2' : 'v1',
      ...this.#origin(flow, steps),
    })
    if (steps.length < 3) return
    for (let index = 0; index < this.#parameters.taskRuns; index += 1) {
      this.#lastTaskRun = addTaskRun(this.#target, { flowRunId: id, flow, index, steps })
    }
  }

  #identity(id: string, steps: readonly Step[]) {
    const { random } = this.#target
    const created = steps[0]?.at ?? 0
    return {
      id,
      created: timestamp(created),
      updated: updateTimestamp((steps.at(-1)?.at ?? created) + 7000),
      name: `${random.pick(adjectives)}-${random.pick(animals)}-${random.hex(3)}`,
    }
  }

  #addState(runId: string, step: Step | undefined): string | null {
    if (!step) return null
    const { file, random } = this.#target
    const at = timestamp(step.at)
    const id = random.uuid7(step.at)
    file.insert('flow_run_state', {
      id,
      created: at,
      updated: at,
      type: step.type,
      timestamp: at,
      name: step.name ?? step.type.charAt(0) + step.type.slice(1).toLowerCase(),
      state_details: stateDetails(step, {
        flowRunId: runId,
        taskRunId: null,
        transitionId: null,
        deferred: null,
        brief: true,
      }),
      flow_run_id: runId,
    })
    return id
  }

  /** Where a run came from: four of five from a deployment's schedule, a few from another run's task. */
  #origin(flow: Flow, steps: readonly Step[]) {
    const { random } = this.#target
    const [first, second] = flow.deployments
    const deployment = random.chance(0.8) ? (random.chance(0.8) ? first : (second ?? first)) : null
    const expected = steps[0]?.scheduledTime ?? 0
    return {
      deployment_id: deployment?.id ?? null,
      work_queue_id: deployment?.queueId ?? null,
      work_queue_name: deployment?.queueName ?? null,
      auto_scheduled: deployment ? 1 : 0,
      // Unique in its flow, as Prefect's scheduler makes it.
      idempotency_key: deployment ? `scheduled ${random.hex(12)} ${timestamp(expected)}` : null,
      created_by: deployment
        ? `{"id": "${deployment.id}", "type": "SCHEDULE", "display_value": null}`
        : null,
      parent_task_run_id: !deployment && random.chance(0.05) ? this.#lastTaskRun : null,
      labels: pythonJson({
        'prefect.flow.id': flow.id,
        'prefect.deployment.id': deployment?.id,
      }),
    }
  }
}

/** Five runs have a tag that no other has, one of fifty is a backfill, the others have their flow's. */
function tagsOf({ index, runs }: RunNumber, flow: Flow, random: DemoRandom): string {
  if (index % Math.floor(runs / 5) === 50) return '["incident-4711"]'
  return random.chance(0.02) ? '["backfill", "prod"]' : flow.runTags
}
