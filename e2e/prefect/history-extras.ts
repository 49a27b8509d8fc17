/** What Prefect made. */
export interface Made {
  readonly id: string
}

/** Has Prefect make something. */
export type Make = (path: string, body: object) => Promise<Made>

/** Has Prefect change or delete something. */
export type Send = (method: 'PATCH' | 'DELETE', path: string, body?: object) => Promise<void>

/** Deployments told apart by what filters and answers look at. */
const plans = [
  { flow: 'etl_daily', name: 'Prod', tags: ['Prod'], description: 'Über\nlines', version: '1.0' },
  { flow: 'etl_daily', name: 'pr_d', tags: ['prod', 'a'], work_pool_name: 'local' },
  { flow: 'parent', name: 'test_2', paused: true, tags: ['ü'], work_pool_name: 'Local' },
  { flow: 'a_b', name: 'nightly', tags: ['nightly'], work_pool_name: 'box es' },
  { flow: 'axb', name: 'nightly', tags: ['nightly', 'gpu'], work_pool_name: 'box es' },
  { flow: 'alpha', name: '0', tags: ['null', 'true'], labels: { team: 'ml', level: 3, half: 0.5 } },
  { flow: 'Zeta', name: '数据 🚀', tags: ['数据', '🚀'], labels: { live: true } },
  { flow: 'null', name: 'steps', path: '/tmp/x', entrypoint: 'flow.py:main', tags: ['a"b'] },
  { flow: 'child', name: 'back\\slash', tags: ['back\\slash'], work_pool_name: 'local' },
  { flow: 'crashes', name: 'options', concurrency_limit: 2, paused: true, tags: ['prod', 'gpu'] },
] as const

/** What only one of them has. */
const details: Readonly<Record<string, object>> = {
  pr_d: { work_queue_name: 'high_prio', job_variables: { env: { A: '1' }, n: 1.5 } },
  test_2: { parameters: { table: 'sales', rows: [1, 2.5, null, { deep: true }] } },
  nightly: { work_queue_name: 'high-prio' },
  steps: {
    pull_steps: [{ 'prefect.deployments.steps.set_working_directory': { directory: '/tmp' } }],
    parameter_openapi_schema: { type: 'object', properties: { n: { type: 'integer' } } },
    enforce_parameter_schema: false,
  },
  options: {
    concurrency_options: { collision_strategy: 'CANCEL_NEW', grace_period_seconds: 120 },
    schedules: [
      { active: false, schedule: { cron: '0 6 * * *', timezone: 'Europe/Berlin' }, slug: 'six' },
      { active: true, schedule: { rrule: 'FREQ=DAILY;COUNT=3' }, parameters: { n: 1 } },
      { active: true, schedule: { interval: 90.5, anchor_date: '2026-01-01T00:00:00Z' } },
    ],
  },
}

const runs = [
  { name: 'one_off', tags: ['x', 'prod'], parameters: { n: 1 }, idempotency_key: 'once' },
  { name: 'One%Off', tags: ['🚀'], context: { why: 'ü' }, job_variables: { env: { B: 2 } } },
  { state: { type: 'RUNNING' }, tags: ['gpu'] },
  { state: { type: 'FAILED', name: 'TimedOut', message: 'Über "time"' }, labels: { team: 'ops' } },
] as const

const words = [
  'Flow run started',
  'connection timeout after 30s',
  'Connection reset by peer',
  '100% sure_to fail',
  'ÜBER Straße über',
  'path C:\\temp\\x "quoted"',
  'ERROR debug required',
  'error -debug',
  '数据 🚀 done',
  'line one\nline two\ttab',
  'a\u00a0b\u001fc',
  "it's a [x/y] (z)",
  '',
  '++ -- !!',
] as const

/** Adds what the lists of deployments, runs and logs are told apart by. */
export async function writeExtras(make: Make, send: Send): Promise<void> {
  const made: string[] = []
  for (const { flow, ...plan } of plans) {
    const { id: flowId } = await make('/flows/', { name: flow })
    const body = { ...plan, ...details[plan.name], flow_id: flowId }
    const { id } = await make('/deployments/', body)
    // Slots in use that decay: the answer has those that are stored.
    const used = { active_slots: 2, slot_decay_per_second: 1 }
    if (plan.name === 'options')
      await send('PATCH', `/v2/concurrency_limits/deployment:${id}`, used)
    for (const run of runs.slice(0, 1 + (made.length % runs.length))) {
      made.push((await make(`/deployments/${id}/create_flow_run`, run)).id)
    }
  }
  const task = { task_key: 'logged', dynamic_key: '0', name: 'logged', tags: ['gpu'] }
  const { id: taskRun } = await make('/task_runs/', { ...task, flow_run_id: made[0] })
  await make('/logs/', [...logLines(made, taskRun)])
}

function* logLines(flowRuns: readonly string[], taskRun: string): Generator<object> {
  for (const [index, message] of words.entries()) {
    const minute = String(index % 5).padStart(2, '0')
    const line = { message, timestamp: `2026-11-20T10:${minute}:00.${100 + index}Z` }
    yield { ...line, name: 'prefect.flow_runs', level: 20, flow_run_id: flowRuns[index] ?? null }
    yield {
      ...line,
      name: 'prefect.task_runs',
      level: 10 * (1 + (index % 5)),
      task_run_id: taskRun,
    }
    yield { ...line, name: 'my_logger%', level: 35, flow_run_id: flowRuns[0], task_run_id: taskRun }
  }
}

/** A deployment that is deleted: its ended runs still name it. */
export async function leaveRunsBehind(make: Make, send: Send): Promise<void> {
  const { id: flowId } = await make('/flows/', { name: 'etl_daily' })
  const plan = { name: 'gone', tags: ['prod'], work_pool_name: 'local', flow_id: flowId }
  const { id } = await make('/deployments/', plan)
  const ended = { name: 'left behind', state: { type: 'COMPLETED' }, tags: ['gpu'] }
  await make(`/deployments/${id}/create_flow_run`, ended)
  await send('DELETE', `/deployments/${id}`)
}
