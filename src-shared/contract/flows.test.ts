import { expect, test } from 'vitest'
import type { InputOf } from './operation.ts'
import { flows } from './flows.ts'
import type { Topic } from './topics.ts'

const { readFlows, countFlows } = flows

test.each<[InputOf<typeof countFlows>, Topic[]]>([
  [{}, ['flow']],
  [{ flows: { name: { like_: 'x' } }, flow_runs: null }, ['flow']],
  [{ flows: { deployment: { is_null_: true } } }, ['flow', 'deployment']],
  [{ flow_runs: {} }, ['flow', 'flow_run']],
  [{ flow_runs: { parent_flow_run_id: {} } }, ['flow', 'flow_run', 'task_run']],
  [{ task_runs: {} }, ['flow', 'flow_run', 'task_run']],
  [{ deployments: {} }, ['flow', 'deployment']],
  [{ work_pools: {} }, ['flow', 'deployment', 'work_pool', 'work_queue']],
])('a list and a count with %j read %j', (filters, topics) => {
  expect(readFlows.reads(readFlows.input.parse(filters))).toEqual(topics)
  expect(countFlows.reads(countFlows.input.parse(filters))).toEqual(topics)
})

test('a deletion changes what goes with a flow', () => {
  const flow_id = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'
  const changed = flows.deleteFlow.changes({ flow_id })
  expect(changed).toEqual(flows.deleteFlows.changes({ flow_ids: [flow_id] }))
  expect(changed).toEqual(
    expect.arrayContaining(['flow', 'flow_run', 'task_run', 'deployment', 'deployment_schedule']),
  )
})
