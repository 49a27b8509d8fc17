import { join } from 'node:path'
import { runPython } from '../../tools/prefect/environment.ts'
import type { PrefectEnvironment } from '../../tools/prefect/environment.ts'
import type { PrefectServer } from '../../tools/prefect/server.ts'
import { until } from '../fixtures/until.ts'
import { leaveRunsBehind, writeExtras } from './history-extras.ts'
import type { Made, Make, Send } from './history-extras.ts'

/** Flows that no run is made of: every kind of name, tag list and label that Prefect takes. */
const quietFlows = [
  { name: 'etl-daily', tags: ['nightly'] },
  { name: 'etlxdaily', tags: ['nightly', 'gpu'] },
  { name: 'a_b', tags: ['a'] },
  { name: 'axb', tags: ['a', 'b'] },
  { name: 'A_B', tags: ['A'] },
  { name: 'über', tags: ['ü'] },
  { name: 'ÜBER', tags: ['Ü', 'ü'] },
  { name: "quote's", tags: ["it's"] },
  { name: 'double"quote', tags: ['quote"d'] },
  { name: 'back\\slash', tags: ['back\\slash', 'back\\\\slash'] },
  { name: ' spaces around ', tags: [' ', ''] },
  { name: 'line\nbreak', tags: ['line\nbreak'] },
  { name: '0', tags: ['1', '1'] },
  { name: 'null', tags: ['null', 'true', '1.0'] },
  { name: '日本語', tags: ['数据', '🚀'] },
  { name: 'emoji 👩‍👩‍👧', tags: ['🚀'], labels: { team: 'ml', level: 3, share: 0.5, live: true } },
  { name: 'no tags', labels: { team: 'ops' } },
  { name: 'Zeta', tags: ['[]', '["a"]'], labels: {} },
  { name: 'alpha', tags: ['gpu', 'GPU', 'Gpu'], labels: { 'a.b/c': 'ü' } },
] as const

/** Flows with runs that only the API made: one run a state. */
const states = [
  ['SCHEDULED', 'Scheduled'],
  ['SCHEDULED', 'AwaitingConcurrencySlot'],
  ['PENDING', 'Pending'],
  ['RUNNING', 'Running'],
  ['PAUSED', 'Paused'],
  ['PAUSED', 'Suspended'],
  ['CANCELLING', 'Cancelling'],
  ['CANCELLED', 'Cancelled'],
  ['CRASHED', 'Crashed'],
  ['COMPLETED', 'Ünusual_name'],
] as const

const pools = [
  { name: 'local', type: 'process', queues: ['default', 'high_prio', 'Über'] },
  { name: 'Local', type: 'process', queues: ['default'] },
  { name: 'box es', type: 'docker', queues: ['high-prio'] },
  { name: 'unused', type: 'kubernetes', queues: [] },
] as const

/**
 * Makes a history: real flows are run against the server, then its API makes what takes a worker
 * or long waiting (deployments, pools, scheduled, paused and cancelled runs).
 */
export async function writeHistory(
  prefect: PrefectEnvironment,
  server: PrefectServer,
  home: string,
): Promise<void> {
  const make = async (path: string, body: object): Promise<Made> => {
    const { status, body: made } = await server.request('POST', path, body)
    if (status > 201) throw new Error(`POST ${path}: ${status} ${JSON.stringify(made)}`)
    return made as Made
  }
  // First: a flow that a run makes has no tags.
  await make('/flows/', { name: 'etl_daily', tags: ['nightly', 'etl'], labels: { team: 'data' } })
  await make('/flows/', { name: 'parent', tags: ['etl'] })
  for (const flow of quietFlows) await make('/flows/', flow)
  const script = join(import.meta.dirname, 'flows/history.py')
  await runPython(prefect, [script], { home, environment: { PREFECT_API_URL: server.url } })
  await writePools(make)
  await writeRuns(make)
  await writeDeployments(make)
  const send: Send = async (method, path, body) => {
    const { status } = await server.request(method, path, body)
    if (status > 204) throw new Error(`${method} ${path}: ${status}`)
  }
  await writeExtras(make, send)
  await leaveRunsBehind(make, send)
  await settled(server)
}

async function writePools(make: Make): Promise<void> {
  for (const { queues, ...pool } of pools) {
    await make('/work_pools/', pool)
    for (const name of queues.filter((queue) => queue !== 'default')) {
      await make(`/work_pools/${encodeURIComponent(pool.name)}/queues`, { name })
    }
  }
}

async function writeRuns(make: Make): Promise<void> {
  for (const [index, [type, name]] of states.entries()) {
    const flow = await make('/flows/', { name: `only ${name.toLowerCase()}` })
    const scheduled = { state_details: { scheduled_time: '2031-05-06T07:08:09.123456Z' } }
    const state = { type, name, ...(type === 'SCHEDULED' ? scheduled : {}) }
    const run = { flow_id: flow.id, name: `run ${index}`, flow_version: 'v_1', tags: ['api'] }
    await make('/flow_runs/', { ...run, state, idempotency_key: `key ${index % 4}` })
    const { id } = await make('/flow_runs/', { ...run, tags: [], idempotency_key: null })
    const task = { flow_run_id: id, task_key: 'task', dynamic_key: String(index) }
    await make('/task_runs/', { ...task, name: `task ${name}`, state, tags: ['api', 'io'] })
  }
  await make('/task_runs/', { task_key: 'alone', dynamic_key: '0', name: 'no flow run' })
}

async function writeDeployments(make: Make): Promise<void> {
  const hourly = [{ active: true, schedule: { interval: 3600 } }]
  const pooled = { work_pool_name: 'local', work_queue_name: 'high_prio' }
  const plans = [
    { flow: 'etl_daily', name: 'prod', tags: ['prod', 'gpu'], schedules: hourly, ...pooled },
    { flow: 'etl_daily', name: 'test_1', tags: [], paused: true, work_pool_name: 'Local' },
    { flow: 'parent', name: 'prod', tags: ['prod'], work_pool_name: 'box es' },
    { flow: 'alpha', name: 'Über-deployment', tags: ['ü'], schedules: hourly },
    { flow: 'a_b', name: 'etl', ...pooled, work_queue_name: 'Über', tags: ['prod', 'prod'] },
    { flow: '日本語', name: 'only_paused', paused: true },
    { flow: 'over limit', name: 'limited', concurrency_limit: 1, work_pool_name: 'local' },
  ]
  for (const { flow, ...plan } of plans) {
    const { id: flowId } = await make('/flows/', { name: flow })
    const { id } = await make('/deployments/', { ...plan, flow_id: flowId })
    await make(`/deployments/${id}/create_flow_run`, { name: `${plan.name} by hand`, tags: ['x'] })
    await make(`/deployments/${id}/create_flow_run`, { state: { type: 'COMPLETED' } })
    if (plan.schedules) await make(`/deployments/${id}/schedule`, { max_runs: 3 })
  }
}

/** Clients report their task runs as events, which the server writes a little later. */
async function settled(server: PrefectServer): Promise<void> {
  const ended = { state: { type: { any_: ['COMPLETED', 'FAILED', 'CANCELLED', 'CRASHED'] } } }
  await until('every task run is recorded', 60, async () => {
    const { body } = await server.request('POST', '/task_runs/count', { task_runs: ended })
    // 22 of the real flows (a subflow has one too), 3 that the API was given.
    return Number(body) >= 25
  })
}
