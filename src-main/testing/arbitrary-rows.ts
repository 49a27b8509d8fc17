import * as fc from 'fast-check'
import {
  creators,
  moments,
  names,
  nullable,
  pick,
  stateNames,
  stateTypes,
  storedTags,
  tagList,
  texts,
} from './arbitrary-values.ts'
import type { DatabaseFile } from './build-database.ts'
import { testId } from './row-writer.ts'
import { storedTime } from './stored-forms.ts'

/** At most so many rows of each. */
export const most = { flow: 6, deployment: 6, flow_run: 8, task_run: 8, work_pool: 3 } as const

const upTo = (count: number) => pick([...Array(count).keys()])
const firstMoment = Date.UTC(2026, 10, 20)

const flowRow = fc.record({ name: pick(names), tags: tagList, minute: fc.nat(500) })

const deploymentRow = fc.record({
  flow: upTo(most.flow),
  name: pick(names),
  tags: storedTags,
  paused: fc.constantFrom(0, 1),
  queue: nullable(upTo(most.work_pool)),
  work_queue_name: nullable(pick(texts)),
  concurrency_limit: nullable(fc.constantFrom(1, 5)),
})

const stateAndTimes = {
  state_type: nullable(pick(stateTypes)),
  state_name: nullable(pick(stateNames)),
  start_time: nullable(pick(moments)),
  end_time: nullable(pick(moments)),
  expected_start_time: nullable(pick(moments)),
  next_scheduled_start_time: nullable(pick(moments)),
}

const flowRunRow = fc.record({
  ...stateAndTimes,
  flow: upTo(most.flow),
  name: pick(names),
  tags: storedTags,
  // One more than there can be: its deployment is gone.
  deployment: nullable(upTo(most.deployment + 1)),
  queue: nullable(upTo(most.work_pool)),
  work_queue_name: nullable(pick(texts)),
  flow_version: nullable(pick(texts)),
  hasKey: fc.boolean(),
  created_by: nullable(fc.constantFrom(...creators)),
  parent: fc.option(upTo(most.task_run), { nil: null, freq: 1 }),
})

const taskRunRow = fc.record({
  ...stateAndTimes,
  flowRun: nullable(upTo(most.flow_run)),
  name: pick(names),
  tags: storedTags,
})

/** What a small database holds; references are numbers, counted over what there is. */
export const arbitraryRows = fc.record({
  flows: fc.uniqueArray(flowRow, {
    minLength: 1,
    maxLength: most.flow,
    selector: (row) => row.name,
  }),
  pools: fc.uniqueArray(fc.record({ name: pick(names), type: pick(texts), queue: pick(names) }), {
    maxLength: most.work_pool,
    selector: (row) => row.name,
  }),
  deployments: fc.array(deploymentRow, { maxLength: most.deployment }),
  flowRuns: fc.array(flowRunRow, { maxLength: most.flow_run }),
  taskRuns: fc.array(taskRunRow, { maxLength: most.task_run }),
})

/** The type of {@link arbitraryRows}. */
export type ArbitraryRows = typeof arbitraryRows extends fc.Arbitrary<infer T> ? T : never

/** Writes random rows into an empty file. */
export function addRows(file: DatabaseFile, rows: ArbitraryRows): void {
  file.fill(() => {
    addFlows(file, rows)
    addDeployments(file, rows)
    addRuns(file, rows)
  })
}

/** Flows with equal times come in no defined order: the minute is told apart by the flow's number. */
function addFlows(file: DatabaseFile, { flows }: ArbitraryRows): void {
  for (const [index, { minute, ...flow }] of flows.entries()) {
    const created = storedTime(firstMoment + minute * 60_000, index)
    const updated = storedTime(firstMoment + ((minute * 7) % 501) * 60_000, index)
    file.add.flow({ ...flow, created, updated })
  }
}

/** A flow's deployments have different names, so one that comes again is left out. */
function addDeployments(file: DatabaseFile, { flows, pools, deployments }: ArbitraryRows): void {
  for (const { queue: name, ...pool } of pools) {
    const { default_queue_id } = file.add.workPool(pool)
    file.run('UPDATE work_queue SET name = ? WHERE id = ?', name, default_queue_id)
  }
  const taken = new Set<string>()
  for (const { flow, queue, ...deployment } of deployments) {
    const flow_id = testId('flow', (flow % flows.length) + 1)
    const key = `${flow_id} ${deployment.name}`
    if (taken.has(key)) continue
    taken.add(key)
    const queued = queue !== null && queue < pools.length
    const work_queue_id = queued ? testId('work_queue', queue + 1) : null
    file.add.deployment({ ...deployment, flow_id, work_queue_id })
  }
}

function addRuns(file: DatabaseFile, { flows, pools, flowRuns, taskRuns }: ArbitraryRows): void {
  const keys = new Map<number, number>()
  for (const { flow, deployment, queue, hasKey, parent: _parent, ...run } of flowRuns) {
    const number = (flow % flows.length) + 1
    // A key comes once in a flow, and again in others.
    const key = (keys.get(number) ?? 0) + 1
    if (hasKey) keys.set(number, key)
    file.add.flowRun({
      ...run,
      state_id: null,
      flow_id: testId('flow', number),
      deployment_id: deployment === null ? null : testId('deployment', deployment + 1),
      work_queue_id:
        queue !== null && queue < pools.length ? testId('work_queue', queue + 1) : null,
      idempotency_key: hasKey ? `key-${key}` : null,
    })
  }
  for (const { flowRun: of, ...run } of taskRuns) {
    const known = of !== null && of < flowRuns.length
    file.add.taskRun({
      ...run,
      state_id: null,
      flow_run_id: known ? testId('flow_run', of + 1) : null,
    })
  }
  for (const [index, { parent }] of flowRuns.entries()) {
    if (parent === null || parent >= taskRuns.length) continue
    file.run(
      'UPDATE flow_run SET parent_task_run_id = ? WHERE id = ?',
      testId('task_run', parent + 1),
      testId('flow_run', index + 1),
    )
  }
}
