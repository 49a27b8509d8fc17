import { randomUUID } from 'node:crypto'
import { expressionBuilder } from 'kysely'
import type { contract } from '../../src-shared/contract/contract.ts'
import type {
  ConcurrencyLimitV2,
  ConcurrencyLimitV2Key,
} from '../../src-shared/contract/schemas/concurrency-limit-v2.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { storedNow, StoredRow } from '../database/codecs.ts'
import { decayed, now, type Sql } from '../database/dialect.ts'
import { reading, type ModelOf, type Reading } from '../database/model.ts'
import type { ConcurrencyLimitV2Table, Database } from '../database/tables.ts'
import { paged } from './paged.ts'

type Limits = ModelOf<typeof contract.concurrencyLimitsV2>

const columns = [
  'id',
  'created',
  'updated',
  'name',
  'active',
  'limit',
  'active_slots',
  'denied_slots',
  'slot_decay_per_second',
  'avg_slot_occupancy_seconds',
] as const

function toLimit(stored: ConcurrencyLimitV2Table): ConcurrencyLimitV2 {
  const row = new StoredRow('concurrency_limit_v2', stored)
  return {
    id: stored.id,
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    name: row.text('name'),
    active: row.boolean('active'),
    limit: row.integer('limit'),
    active_slots: row.integer('active_slots'),
    denied_slots: row.integer('denied_slots'),
    slot_decay_per_second: row.number('slot_decay_per_second'),
    avg_slot_occupancy_seconds: row.number('avg_slot_occupancy_seconds'),
  }
}

/** The column and value that name a limit; the contract has seen to it that there is one. */
function keyOf(key: ConcurrencyLimitV2Key): ['id' | 'name', '=', string] {
  return key.concurrency_limit_id
    ? ['id', '=', key.concurrency_limit_id]
    : ['name', '=', key.name ?? '']
}

async function limitWhere(
  db: Reading,
  key: ConcurrencyLimitV2Key,
): Promise<ConcurrencyLimitV2 | null> {
  const row = await db
    .selectFrom('concurrency_limit_v2')
    .select(columns)
    .where(...keyOf(key))
    .executeTakeFirst()
  return row ? toLimit(row) : null
}

/** Prefect's `create_concurrency_limit`, with its defaults. An existing name is a `conflict`. */
const createConcurrencyLimit: Limits['createConcurrencyLimit'] = async (db, input) => {
  const time = storedNow()
  const id = randomUUID()
  const inserted = await db
    .insertInto('concurrency_limit_v2')
    .values({
      id,
      created: time,
      updated: time,
      name: input.name,
      active: (input.active ?? true) ? 1 : 0,
      limit: input.limit,
      active_slots: input.active_slots ?? 0,
      denied_slots: 0,
      slot_decay_per_second: input.slot_decay_per_second ?? 0,
      avg_slot_occupancy_seconds: 2,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst()
  if (!inserted.numInsertedOrUpdatedRows) {
    throw new AppError('conflict', `There is a limit named ${input.name} already`)
  }
  const limit = await limitWhere(reading(db), { concurrency_limit_id: id })
  if (!limit) throw new Error('the limit that was inserted is not there')
  return limit
}

/** Prefect's `read_concurrency_limit`: the row as stored, no decay applied. */
const readConcurrencyLimit: Limits['readConcurrencyLimit'] = limitWhere

/** Prefect's `read_all_concurrency_limits`: by name, in binary order. */
const readAllConcurrencyLimits: Limits['readAllConcurrencyLimits'] = async (db, page) => {
  const query = db.selectFrom('concurrency_limit_v2').select(columns).orderBy('name')
  const rows = await paged(query, page).execute()
  return rows.map(toLimit)
}

/**
 * Prefect's `update_concurrency_limit`: writes the fields that are set. Unlike Prefect's it applies
 * the decay first where the slots are not set: `updated` is what decay is counted from, so moving
 * it alone would silently bring slots back. False for an unknown limit.
 */
const updateConcurrencyLimit: Limits['updateConcurrencyLimit'] = async (db, input) => {
  const { active, ...fields } = input.concurrency_limit
  if (fields.active_slots === undefined) await checkDecay(reading(db), input)
  const result = await db
    .updateTable('concurrency_limit_v2')
    .set({
      active_slots: slotsAfterDecay(),
      updated: now(),
      ...fields,
      ...(active !== undefined && { active: active ? 1 : 0 }),
    })
    .where(...keyOf(input))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * What the decay is counted from must be readable: SQL would take a text for 0.
 *
 * @throws `data_unreadable`.
 */
async function checkDecay(db: Reading, key: ConcurrencyLimitV2Key): Promise<void> {
  const stored = await db
    .selectFrom('concurrency_limit_v2')
    .select(['id', 'updated', 'active_slots', 'slot_decay_per_second'])
    .where(...keyOf(key))
    .executeTakeFirst()
  if (!stored) return
  const row = new StoredRow('concurrency_limit_v2', stored)
  row.timestamp('updated')
  row.integer('active_slots')
  row.number('slot_decay_per_second')
}

function slotsAfterDecay(): Sql<number> {
  const { ref } = expressionBuilder<Database, 'concurrency_limit_v2'>()
  return decayed({
    counter: ref('active_slots'),
    perSecond: ref('slot_decay_per_second'),
    since: ref('updated'),
  })
}

/** Prefect's `delete_concurrency_limit`: deployments that refer to it keep no limit. */
const deleteConcurrencyLimit: Limits['deleteConcurrencyLimit'] = async (db, key) => {
  const result = await db
    .deleteFrom('concurrency_limit_v2')
    .where(...keyOf(key))
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/**
 * Frees a limit's slots, which Prefect's own reset does not: sets the counter (0 unless told
 * otherwise) and the denied slots to 0. The row, its id and its links stay. Null for an unknown
 * limit.
 */
const resetConcurrencyLimit: Limits['resetConcurrencyLimit'] = async (db, input) => {
  await db
    .updateTable('concurrency_limit_v2')
    .set({ active_slots: input.active_slots, denied_slots: 0, updated: now() })
    .where(...keyOf(input))
    .execute()
  return await limitWhere(reading(db), input)
}

/** `prefect.server.models.concurrency_limits_v2`, on the file. */
export const concurrencyLimitsV2: Limits = {
  createConcurrencyLimit,
  readConcurrencyLimit,
  readAllConcurrencyLimits,
  updateConcurrencyLimit,
  deleteConcurrencyLimit,
  resetConcurrencyLimit,
}
