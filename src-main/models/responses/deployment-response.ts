import type { Deployment } from '../../../src-shared/contract/schemas/deployment.ts'
import { StoredRow } from '../../database/codecs.ts'
import type { Reading } from '../../database/model.ts'
import type { DeploymentTable } from '../../database/tables.ts'
import { limitsById, schedulesOf, toGlobalLimit, toSchedule } from './deployment-parts.ts'
import { creatorOf, withDefaults } from './pydantic.ts'
import { queuesById, type QueueOfPool } from './queue-of-pool.ts'

/** The columns of `deployment` that a response is made of. */
export const deploymentColumns = [
  'id',
  'created',
  'updated',
  'name',
  'flow_id',
  'tags',
  'labels',
  'paused',
  'status',
  'description',
  'version',
  'path',
  'entrypoint',
  'parameters',
  'parameter_openapi_schema',
  'pull_steps',
  'enforce_parameter_schema',
  'infra_overrides',
  'infrastructure_document_id',
  'storage_document_id',
  'work_queue_id',
  'work_queue_name',
  'last_polled',
  'created_by',
  'updated_by',
  'concurrency_options',
  'concurrency_limit_id',
] as const satisfies readonly (keyof DeploymentTable)[]

type StoredDeployment = Pick<DeploymentTable, (typeof deploymentColumns)[number]>

/** What other tables hold of a deployment. */
interface Related {
  readonly schedules: readonly Parameters<typeof toSchedule>[0][]
  readonly limit: Parameters<typeof toGlobalLimit>[0] | undefined
  readonly queue: QueueOfPool | undefined
}

/**
 * Prefect's `DeploymentResponse` of each row: its schedules (the one last changed first), its limit,
 * its queue and its pool are read beside it.
 */
export async function deploymentResponses(
  db: Reading,
  rows: readonly StoredDeployment[],
): Promise<Deployment[]> {
  const ids = rows.map((row) => row.id)
  const schedules = await schedulesOf(db, ids)
  const limitIds = rows.map((row) => row.concurrency_limit_id)
  const limits = await limitsById(db, limitIds)
  const queueIds = rows.map((row) => row.work_queue_id)
  const queues = await queuesById(db, queueIds)
  return rows.map((row) =>
    toDeployment(row, {
      schedules: schedules.get(row.id) ?? [],
      limit: limits.get(row.concurrency_limit_id),
      queue: queues.get(row.work_queue_id),
    }),
  )
}

/** The name of the queue is the one it has today, where it is still there. */
function toDeployment(stored: StoredDeployment, { schedules, limit, queue }: Related): Deployment {
  const row = new StoredRow('deployment', stored)
  const options = row.objectOrNull('concurrency_options')
  return {
    id: stored.id,
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    name: row.text('name'),
    version: row.textOrNull('version'),
    description: row.textOrNull('description'),
    flow_id: row.text('flow_id'),
    paused: row.boolean('paused'),
    schedules: schedules.map(toSchedule),
    concurrency_limit: null,
    global_concurrency_limit: limit ? toGlobalLimit(limit) : null,
    concurrency_options: options && withDefaults(options, concurrencyOptions),
    tags: row.texts('tags'),
    labels: row.labels('labels') ?? {},
    work_queue_name: queue?.name ?? row.textOrNull('work_queue_name'),
    work_queue_id: row.textOrNull('work_queue_id'),
    work_pool_name: queue?.poolName ?? null,
    status: row.oneOf('status', ['READY', 'NOT_READY']),
    last_polled: row.timestampOrNull('last_polled'),
    created_by: creatorOf(row.objectOrNull('created_by')),
    updated_by: creatorOf(row.objectOrNull('updated_by')),
    ...whatIsRun(row),
  }
}

const concurrencyOptions = { collision_strategy: 'ENQUEUE', grace_period_seconds: null }

function whatIsRun(row: StoredRow<StoredDeployment>) {
  return {
    job_variables: row.object('infra_overrides'),
    parameters: row.object('parameters'),
    parameter_openapi_schema: row.objectOrNull('parameter_openapi_schema'),
    enforce_parameter_schema: row.boolean('enforce_parameter_schema'),
    path: row.textOrNull('path'),
    entrypoint: row.textOrNull('entrypoint'),
    pull_steps: row.objectsOrNull('pull_steps'),
    storage_document_id: row.textOrNull('storage_document_id'),
    infrastructure_document_id: row.textOrNull('infrastructure_document_id'),
  }
}
