import type { Deployment } from '../../../src-shared/contract/schemas/deployment.ts'
import { StoredRow } from '../../database/codecs.ts'
import { isOneOf } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import type { ConcurrencyLimitV2Table, DeploymentScheduleTable } from '../../database/tables.ts'
import { rowsById } from '../related-rows.ts'

const scheduleColumns = [
  'id',
  'created',
  'updated',
  'deployment_id',
  'schedule',
  'active',
  'max_scheduled_runs',
  'parameters',
  'slug',
] as const satisfies readonly (keyof DeploymentScheduleTable)[]

type StoredSchedule = Pick<DeploymentScheduleTable, (typeof scheduleColumns)[number]>

const limitColumns = [
  'id',
  'created',
  'updated',
  'active',
  'name',
  'limit',
  'active_slots',
  'slot_decay_per_second',
] as const satisfies readonly (keyof ConcurrencyLimitV2Table)[]

type StoredLimit = Pick<ConcurrencyLimitV2Table, (typeof limitColumns)[number]>

/** The schedules of these deployments by the deployment's id, the one last changed first. */
export async function schedulesOf(
  db: Reading,
  deploymentIds: readonly string[],
): Promise<ReadonlyMap<string, StoredSchedule[]>> {
  const rows = await db
    .selectFrom('deployment_schedule')
    // By the table's name: files before Prefect 3.2.0 lack some.
    .select(scheduleColumns.map((column) => `deployment_schedule.${column}` as const))
    .where((schedule) => isOneOf(schedule.ref('deployment_id'), deploymentIds))
    .orderBy('updated', 'desc')
    .orderBy('id')
    .execute()
  const grouped = new Map<string, StoredSchedule[]>()
  for (const row of rows) {
    const others = grouped.get(row.deployment_id)
    if (others) others.push(row)
    else grouped.set(row.deployment_id, [row])
  }
  return grouped
}

/** The V2 limits of these ids, by id. */
export function limitsById(
  db: Reading,
  ids: Iterable<string | null>,
): Promise<ReadonlyMap<string | null, StoredLimit>> {
  return rowsById(ids, (wanted) =>
    db
      .selectFrom('concurrency_limit_v2')
      .select(limitColumns)
      .where((limit) => isOneOf(limit.ref('id'), wanted))
      .execute(),
  )
}

/** Prefect's `DeploymentSchedule`. */
export function toSchedule(stored: StoredSchedule): Deployment['schedules'][number] {
  const row = new StoredRow('deployment_schedule', stored)
  return {
    id: stored.id,
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    deployment_id: row.text('deployment_id'),
    schedule: row.object('schedule'),
    active: row.boolean('active'),
    max_scheduled_runs:
      stored.max_scheduled_runs === null ? null : row.integer('max_scheduled_runs'),
    parameters: row.object('parameters'),
    slug: row.textOrNull('slug'),
  }
}

/** Prefect's `GlobalConcurrencyLimitResponse`: `active_slots` as stored, no decay applied. */
export function toGlobalLimit(
  stored: StoredLimit,
): NonNullable<Deployment['global_concurrency_limit']> {
  const row = new StoredRow('concurrency_limit_v2', stored)
  return {
    id: stored.id,
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    active: row.boolean('active'),
    name: row.text('name'),
    limit: row.integer('limit'),
    active_slots: row.integer('active_slots'),
    slot_decay_per_second: row.number('slot_decay_per_second'),
  }
}
