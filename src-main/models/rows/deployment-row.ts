import type { DeploymentRow } from '../../../src-shared/contract/schemas/deployment-row.ts'
import type { Reading } from '../../database/model.ts'
import { firstCharacters, isJsonObject } from '../../database/row-expressions.ts'
import { asExpression, type Condition } from '../filters/condition.ts'
import { LenientRow } from './lenient-row.ts'
import { readSchedules } from './schedule-row.ts'

/** How much of the parameters a table's cell gets, in characters. */
const shownParameters = 400
/** How much of what cannot be read is shown. */
const shownStored = 2000

const columns = [
  'deployment.id',
  'deployment.name',
  'deployment.created',
  'deployment.updated',
  'deployment.flow_id',
  'deployment.paused',
  'deployment.status',
  'deployment.work_queue_name',
  'deployment.concurrency_options',
  'deployment.tags',
  'deployment.labels',
  'deployment.description',
  'deployment.version',
  'deployment.entrypoint',
  'deployment.path',
  'deployment.last_polled',
] as const

/** The deployments that match, by name, with what they name. */
export async function deploymentsBy(db: Reading, where: Condition): Promise<DeploymentRow[]> {
  const stored = await storedDeployments(db, where)
  const schedules = await readSchedules(db, stored.length)
  return stored.map((row) => ({ ...toDeployment(row), schedules: schedules.get(row.id) ?? [] }))
}

type StoredDeployment = Awaited<ReturnType<typeof storedDeployments>>[number]

function storedDeployments(db: Reading, where: Condition) {
  return db
    .selectFrom('deployment')
    .leftJoin('flow', 'flow.id', 'deployment.flow_id')
    .leftJoin('work_queue as queue', 'queue.id', 'deployment.work_queue_id')
    .leftJoin('work_pool as pool', 'pool.id', 'queue.work_pool_id')
    .leftJoin('concurrency_limit_v2 as lim', 'lim.id', 'deployment.concurrency_limit_id')
    .where(asExpression(where))
    .select(columns)
    .select((deployment) => [
      'flow.name as flow_name',
      'pool.name as pool_name',
      'lim.id as limit_id',
      'lim.name as limit_name',
      'lim.limit as limit',
      'lim.active_slots',
      'lim.active as limit_active',
      firstCharacters(deployment.ref('deployment.parameters'), shownStored).as('parameters'),
      isJsonObject(deployment.ref('deployment.parameters')).as('has_parameters'),
    ])
    .orderBy('deployment.name')
    .orderBy('deployment.id')
    .execute()
}

function toDeployment(stored: StoredDeployment): Omit<DeploymentRow, 'schedules'> {
  const row = new LenientRow(stored)
  const values = {
    ...identity(row),
    flowName: row.textOrNull('flow_name'),
    paused: row.boolean('paused'),
    status: row.textOrNull('status'),
    workPoolName: row.textOrNull('pool_name'),
    workQueueName: row.textOrNull('work_queue_name'),
    limit: limitOf(row),
    collisionStrategy: row.member('concurrency_options', 'collision_strategy'),
    ...code(row),
    lastPolled: row.timestamp('last_polled'),
    parameters: parametersOf(row, stored),
  }
  return { ...values, unreadable: row.unreadable }
}

function identity(row: LenientRow<StoredDeployment>) {
  return {
    id: row.text('id'),
    name: row.text('name'),
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    flowId: row.text('flow_id'),
    tags: row.texts('tags'),
    labels: row.labels('labels'),
  }
}

function code(row: LenientRow<StoredDeployment>) {
  return {
    description: row.textOrNull('description'),
    version: row.textOrNull('version'),
    entrypoint: row.textOrNull('entrypoint'),
    path: row.textOrNull('path'),
  }
}

function limitOf(row: LenientRow<StoredDeployment>): DeploymentRow['limit'] {
  const id = row.textOrNull('limit_id')
  if (id === null) return null
  return {
    id,
    name: row.text('limit_name'),
    limit: row.integer('limit'),
    activeSlots: row.integer('active_slots'),
    active: row.boolean('limit_active'),
  }
}

function parametersOf(row: LenientRow<StoredDeployment>, stored: StoredDeployment): string {
  if (stored.has_parameters) return row.text('parameters').slice(0, shownParameters)
  row.mark('parameters')
  return ''
}
