import { jobTemplate } from './catalog/job-templates.ts'
import type { Demo, DemoWorkPool, DemoWorkQueue } from './demo.ts'
import { pythonJson } from './python-json.ts'
import { day, hour, second, timestamp, updateTimestamp } from './times.ts'

const storageConfiguration = pythonJson({
  bundle_upload_step: null,
  bundle_execution_step: null,
  default_result_storage_block_id: null,
})

/** Writes the work pools with their queues and workers. */
export function writePools(demo: Demo): void {
  const queues = [...demo.queues.values()]
  for (const pool of new Set(queues.map((queue) => queue.pool))) {
    const own = queues.filter((queue) => queue.pool === pool)
    writePool(demo, pool, own[0]?.id ?? null)
    for (const [index, queue] of own.entries()) writeQueue(demo, queue, index)
    writeWorker(demo, pool)
  }
}

function writePool(demo: Demo, pool: DemoWorkPool, defaultQueue: string | null): void {
  const { spec } = pool
  const created = demo.now - 300 * day
  const transitioned = demo.now - (spec.online ? 26 * hour : 2 * day)
  demo.rows.add('work_pool', {
    id: pool.id,
    created: timestamp(created),
    updated: updateTimestamp(transitioned + 900),
    name: spec.name,
    description: spec.description ?? null,
    type: spec.type,
    base_job_template: pythonJson(jobTemplate(spec.type)),
    is_paused: 0,
    concurrency_limit: spec.limit ?? null,
    default_queue_id: defaultQueue,
    status: spec.online ? 'READY' : 'NOT_READY',
    last_transitioned_status_at: timestamp(transitioned),
    last_status_event_id: demo.random.uuid7(transitioned),
    storage_configuration: storageConfiguration,
  })
}

function writeQueue(demo: Demo, queue: DemoWorkQueue, index: number): void {
  const { spec, id } = queue.pool
  const own = spec.queues[index]
  const paused = own?.paused === true
  const polled = lastSeen(demo, queue.pool)
  const status = paused ? 'PAUSED' : spec.online ? 'READY' : 'NOT_READY'
  demo.rows.add('work_queue', {
    id: queue.id,
    created: timestamp(demo.now - 300 * day + 4_700),
    updated: updateTimestamp(polled + 2_000),
    name: queue.name,
    filter: null,
    description: own?.description ?? (index === 0 ? "The work pool's default queue." : ''),
    is_paused: paused ? 1 : 0,
    concurrency_limit: own?.limit ?? null,
    last_polled: timestamp(paused ? demo.now - 3 * day : polled),
    priority: index + 1,
    work_pool_id: id,
    status,
  })
}

function writeWorker(demo: Demo, pool: DemoWorkPool): void {
  const started = demo.now - (pool.spec.online ? 26 * hour : 9 * day)
  demo.rows.add('worker', {
    id: demo.random.uuid(),
    created: timestamp(started),
    updated: timestamp(started + 22),
    name: pool.worker,
    last_heartbeat_time: timestamp(lastSeen(demo, pool)),
    work_pool_id: pool.id,
    heartbeat_interval_seconds: 30,
    status: pool.spec.online ? 'ONLINE' : 'OFFLINE',
  })
}

function lastSeen({ now, random }: Demo, pool: DemoWorkPool): number {
  return now - (pool.spec.online ? random.int(2 * second, 12 * second) : 2 * day)
}
