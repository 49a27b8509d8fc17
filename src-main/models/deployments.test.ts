import { describe, expect, test } from 'vitest'
import { contract } from '../../src-shared/contract/contract.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { assertNoScan } from '../testing/query-plan.ts'
import { testId } from '../testing/row-writer.ts'
import { deployments } from './deployments.ts'

const database = freshDatabase()
const { readDeployments, countDeployments } = database.run.deployments

async function names(question: Parameters<typeof readDeployments>[0]): Promise<string[]> {
  return (await readDeployments(question)).map((deployment) => deployment.name)
}

describe('a deployment', () => {
  test('has the fields of Prefect, with schedules, limit, queue and pool', async () => {
    const { add } = database.file
    const flow = add.flow()
    const pool = add.workPool({ name: 'local' })
    const limit = add.concurrencyLimitV2({ name: 'deployment:x', limit: 2, active_slots: 1 })
    const deployment = add.deployment({
      flow_id: flow.id,
      name: 'prod',
      labels: null,
      work_queue_id: pool.default_queue_id,
      work_queue_name: 'as it was called',
      concurrency_limit_id: limit.id,
      concurrency_options: { collision_strategy: 'CANCEL_NEW' },
      infra_overrides: { env: {} },
      pull_steps: [{ step: {} }],
    })
    const older = { deployment_id: deployment.id, updated: '2026-11-01 00:00:00.000000' }
    add.deploymentSchedule({ ...older, slug: 'older', max_scheduled_runs: 5 })
    add.deploymentSchedule({ ...older, slug: 'newer', updated: '2026-11-02 00:00:00.000000' })
    const [answer] = await readDeployments({})
    expect(answer).toMatchObject({
      id: deployment.id,
      name: 'prod',
      labels: {},
      paused: false,
      status: 'NOT_READY',
      concurrency_limit: null,
      global_concurrency_limit: { id: limit.id, limit: 2, active_slots: 1, active: true },
      concurrency_options: { collision_strategy: 'CANCEL_NEW', grace_period_seconds: null },
      job_variables: { env: {} },
      pull_steps: [{ step: {} }],
      work_queue_name: 'default',
      work_pool_name: 'local',
      schedules: [
        { slug: 'newer', max_scheduled_runs: null, active: true },
        { slug: 'older', max_scheduled_runs: 5 },
      ],
    })
  })

  test.each([
    ['deployment', 'tags', '{"a": 1}'],
    ['deployment', 'infra_overrides', '[]'],
    ['deployment', 'pull_steps', '[1]'],
    ['deployment', 'status', 'OK'],
    ['deployment', 'paused', 'yes'],
    ['deployment', 'concurrency_options', 'true'],
    ['deployment_schedule', 'schedule', '"hourly"'],
    ['deployment_schedule', 'max_scheduled_runs', 1.5],
  ] as const)('whose %s.%s is %j is told by table, column and id', async (table, column, value) => {
    const { add, run } = database.file
    add.deploymentSchedule({ deployment_id: add.deployment({ flow_id: add.flow().id }).id })
    run(`UPDATE ${table} SET "${column}" = ?`, value)
    const details = { table, column, id: testId(table, 1) }
    await expect(readDeployments({})).rejects.toMatchObject({ code: 'data_unreadable', details })
    expect(await countDeployments({})).toBe(1)
  })
})

describe('deployments', () => {
  test('come by name, binary, and within it by id', async () => {
    const { add } = database.file
    for (const name of ['b', 'B', 'a', 'ä', 'b']) add.deployment({ flow_id: add.flow().id, name })
    expect(await names({})).toEqual(['B', 'a', 'b', 'b', 'ä'])
    expect(await names({ sort: 'NAME_DESC', limit: 2, offset: 1 })).toEqual(['b', 'b'])
    const ids = (await readDeployments({ sort: 'NAME_DESC' })).map((deployment) => deployment.id)
    const tied = [testId('deployment', 1), testId('deployment', 5)]
    expect(ids.slice(1, 3)).toEqual(tied)
  })

  test('are found by a run of theirs that satisfies both filters', async () => {
    const { add } = database.file
    for (const name of ['both', 'apart']) {
      const flow = add.flow()
      const { id } = add.deployment({ flow_id: flow.id, name })
      const failed = add.flowRun({ flow_id: flow.id, deployment_id: id, state_type: 'FAILED' })
      const done = add.flowRun({ flow_id: flow.id, deployment_id: id })
      add.taskRun({ name: 'load', flow_run_id: name === 'both' ? failed.id : done.id })
    }
    const task_runs = { name: { any_: ['load'] } }
    const flow_runs = { state: { type: { any_: ['FAILED' as const] } } }
    expect(await names({ task_runs })).toEqual(['apart', 'both'])
    expect(await names({ task_runs, flow_runs })).toEqual(['both'])
    expect(await names({ flow_runs: { id: { any_: [testId('flow_run', 4)] } } })).toEqual(['apart'])
  })

  test('are asked for by the deployments of their flow, too', async () => {
    const { add } = database.file
    add.deployment({ flow_id: add.flow({ name: 'etl' }).id, name: 'prod' })
    const flows = { deployment: { is_null_: false }, name: { like_: 'ET' } }
    expect(
      await names({ flows, deployments: { flow_or_deployment_name: { like_: 'tl' } } }),
    ).toEqual(['prod'])
    expect(await countDeployments({ flows: { deployment: { is_null_: true } } })).toBe(0)
  })

  test.each([
    ['run state', { flow_runs: { state: { type: { any_: ['FAILED'] } } } }],
    ['run id', { flow_runs: { id: { any_: [testId('flow_run', 1)] } } }],
    ['work queue', { work_pool_queues: { name: { any_: ['default'] } } }],
  ])('by %s are found without reading all runs', async (_name, filters) => {
    const { path } = database.file
    const input = contract.deployments.readDeployments.input.parse({ ...filters, limit: 50 })
    await expect(
      assertNoScan({ path, run: (db) => deployments.readDeployments(db, input) }),
    ).resolves.toBeUndefined()
  })
})
