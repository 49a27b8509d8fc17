import { describe, expect, test } from 'vitest'
import type { LabelFilters } from '../../../src-shared/contract/schemas/label-filter.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'

const database = freshDatabase()
const { flowRows, runRows, deploymentRows } = database.run

const has = (key: string) => ({
  operator: 'and_' as const,
  conditions: [{ is: 'has' as const, key }],
})
const hasNot = (key: string) => {
  return { operator: 'and_' as const, conditions: [{ is: 'has_not' as const, key }] }
}

/** Two flows, each with two deployments and two runs; every row has its own name for its label. */
function fill(): void {
  const { add } = database.file
  for (const flow of ['f1', 'f2']) {
    const { id } = add.flow({ name: flow, labels: { [flow]: 1 } })
    for (const part of ['a', 'b']) {
      const name = `${flow}${part}`
      const labels = { [name]: 1 }
      const deployment = add.deployment({ name, flow_id: id, labels, tags: [part] })
      const state_type = part === 'a' ? 'FAILED' : 'COMPLETED'
      const run = { name, labels, state_type, deployment_id: deployment.id } as const
      add.flowRun({ ...run, flow_id: id })
    }
  }
}

const sort = { column: 'name', descending: false } as const

async function found(filters: object, labels: LabelFilters) {
  const flows = await flowRows.readFlowRows({ filters, labels })
  const runs = await runRows.readRunRows({ filters, labels, sort })
  const deployments = await deploymentRows.readDeploymentRows({ filters, labels })
  const { count } = await runRows.countRunRows({ filters, labels })
  expect(count).toBe(runs.length)
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)
  return { flows: names(flows), runs: names(runs), deployments: names(deployments) }
}

describe('by the labels', () => {
  test('of the flow', async () => {
    fill()
    const rows = { flows: ['f1'], runs: ['f1a', 'f1b'], deployments: ['f1a', 'f1b'] }
    expect(await found({}, { flows: has('f1') })).toEqual(rows)
    expect(await found({}, { flows: hasNot('f2') })).toEqual(rows)
  })

  test('of a flow run', async () => {
    fill()
    const rows = { flows: ['f1'], runs: ['f1a'], deployments: ['f1a'] }
    expect(await found({}, { flow_runs: has('f1a') })).toEqual(rows)
    expect((await found({}, { flow_runs: hasNot('f1a') })).flows).toEqual(['f1', 'f2'])
  })

  test('of a deployment', async () => {
    fill()
    const rows = { flows: ['f2'], runs: ['f2b'], deployments: ['f2b'] }
    expect(await found({}, { deployments: has('f2b') })).toEqual(rows)
  })
})

describe('joined with the filter of the same key, on the same row', () => {
  const none = { flows: [], runs: [], deployments: [] }

  test('the flow', async () => {
    fill()
    const filters = { flows: { name: { any_: ['f2'] } } }
    expect(await found(filters, { flows: has('f1') })).toEqual(none)
    expect((await found(filters, { flows: has('f2') })).flows).toEqual(['f2'])
  })

  test('a flow run', async () => {
    fill()
    const filters = { flow_runs: { state: { type: { any_: ['FAILED'] } } } }
    expect(await found(filters, { flow_runs: has('f1b') })).toEqual(none)
    const rows = { flows: ['f1'], runs: ['f1a'], deployments: ['f1a'] }
    expect(await found(filters, { flow_runs: has('f1a') })).toEqual(rows)
  })

  test('a deployment', async () => {
    fill()
    const filters = { deployments: { tags: { any_: ['a'] } } }
    expect(await found(filters, { deployments: has('f1b') })).toEqual(none)
    const rows = { flows: ['f1'], runs: ['f1a'], deployments: ['f1a'] }
    expect(await found(filters, { deployments: has('f1a') })).toEqual(rows)
  })
})

test('label filters of different keys are asked of different rows', async () => {
  fill()
  const labels = { flow_runs: has('f1a'), deployments: has('f1b') }
  expect(await found({}, labels)).toEqual({ flows: ['f1'], runs: [], deployments: [] })
})

test('of a flow run and a task run filter, one and the same run', async () => {
  fill()
  const [first, second] = database.file.rows('flow_run')
  database.file.add.taskRun({ flow_run_id: second?.id ?? null, name: 'load' })
  const filters = { task_runs: { name: { any_: ['load'] } } }
  expect((await found(filters, { flow_runs: has(first?.name ?? '') })).flows).toEqual([])
  const rows = { flows: ['f1'], runs: ['f1b'], deployments: ['f1b'] }
  expect(await found(filters, { flow_runs: has(second?.name ?? '') })).toEqual(rows)
})
