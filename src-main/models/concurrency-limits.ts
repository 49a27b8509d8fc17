import { randomUUID } from 'node:crypto'
import type { contract } from '../../src-shared/contract/contract.ts'
import type { ConcurrencyLimit } from '../../src-shared/contract/schemas/concurrency-limit.ts'
import { storedNow, storeJson, StoredRow } from '../database/codecs.ts'
import { isOneOf, now } from '../database/dialect.ts'
import { reading, type ModelOf, type Reading, type Writing } from '../database/model.ts'
import type { ConcurrencyLimitTable } from '../database/tables.ts'
import { paged } from './paged.ts'

type Limits = ModelOf<typeof contract.concurrencyLimits>

type Key = 'id' | 'tag'

const columns = ['id', 'created', 'updated', 'tag', 'concurrency_limit', 'active_slots'] as const

function toLimit(stored: ConcurrencyLimitTable): ConcurrencyLimit {
  const row = new StoredRow('concurrency_limit', stored)
  return {
    id: stored.id,
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    tag: row.text('tag'),
    concurrency_limit: row.integer('concurrency_limit'),
    active_slots: row.texts('active_slots'),
  }
}

async function limitWhere(db: Reading, key: Key, value: string): Promise<ConcurrencyLimit | null> {
  const row = await db
    .selectFrom('concurrency_limit')
    .select(columns)
    .where(key, '=', value)
    .executeTakeFirst()
  return row ? toLimit(row) : null
}

async function deleteWhere(db: Writing, key: Key, value: string): Promise<boolean> {
  const result = await db.deleteFrom('concurrency_limit').where(key, '=', value).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/**
 * Prefect's `create_concurrency_limit`: inserts, or sets the limit of the row of that tag, whose id
 * and active slots stay.
 */
const createConcurrencyLimit: Limits['createConcurrencyLimit'] = async (db, input) => {
  const { tag, concurrency_limit } = input
  const time = storedNow()
  await db
    .insertInto('concurrency_limit')
    .values({
      id: randomUUID(),
      created: time,
      updated: time,
      tag,
      concurrency_limit,
      active_slots: storeJson([]),
    })
    .onConflict((conflict) =>
      conflict.column('tag').doUpdateSet({ concurrency_limit, updated: time }),
    )
    .execute()
  const limit = await limitWhere(reading(db), 'tag', tag)
  if (!limit) throw new Error('the limit that was inserted is not there')
  return limit
}

/** Prefect's `read_concurrency_limit`. */
const readConcurrencyLimit: Limits['readConcurrencyLimit'] = (db, { concurrency_limit_id }) =>
  limitWhere(db, 'id', concurrency_limit_id)

/** Prefect's `read_concurrency_limit_by_tag`: the exact tag. */
const readConcurrencyLimitByTag: Limits['readConcurrencyLimitByTag'] = (db, { tag }) =>
  limitWhere(db, 'tag', tag)

/**
 * Prefect's `reset_concurrency_limit_by_tag`: the active slots become the override, or none. As in
 * Prefect, slots that are so already are not written, and `updated` stays.
 */
const resetConcurrencyLimitByTag: Limits['resetConcurrencyLimitByTag'] = async (db, input) => {
  const limit = await limitWhere(reading(db), 'tag', input.tag)
  if (!limit) return null
  const slots = storeJson(input.slot_override ?? [])
  if (slots === storeJson(limit.active_slots)) return limit
  await db
    .updateTable('concurrency_limit')
    .set({ active_slots: slots, updated: now() })
    .where('id', '=', limit.id)
    .execute()
  return await limitWhere(reading(db), 'id', limit.id)
}

/**
 * Prefect's `filter_concurrency_limits_for_orchestration`: a locking read. SQLite has no row locks
 * (Prefect's `FOR UPDATE` is dropped there), so it runs in an immediate transaction on the writer:
 * while it reads, no other process commits; once it has answered, the lock is gone.
 */
const filterConcurrencyLimitsForOrchestration: Limits['filterConcurrencyLimitsForOrchestration'] =
  async (db, { tags }) => {
    if (tags.length === 0) return []
    const rows = await db
      .selectFrom('concurrency_limit')
      .select(columns)
      .where((limit) => isOneOf(limit.ref('tag'), tags))
      .orderBy('tag')
      .execute()
    return rows.map(toLimit)
  }

/** Prefect's `delete_concurrency_limit`. False for an unknown id. */
const deleteConcurrencyLimit: Limits['deleteConcurrencyLimit'] = (db, { concurrency_limit_id }) =>
  deleteWhere(db, 'id', concurrency_limit_id)

/** Prefect's `delete_concurrency_limit_by_tag`. False for an unknown tag. */
const deleteConcurrencyLimitByTag: Limits['deleteConcurrencyLimitByTag'] = (db, { tag }) =>
  deleteWhere(db, 'tag', tag)

/** Prefect's `read_concurrency_limits`: by tag, in binary order. */
const readConcurrencyLimits: Limits['readConcurrencyLimits'] = async (db, page) => {
  const query = db.selectFrom('concurrency_limit').select(columns).orderBy('tag')
  const rows = await paged(query, page).execute()
  return rows.map(toLimit)
}

/** `prefect.server.models.concurrency_limits`, on the file. */
export const concurrencyLimits: Limits = {
  createConcurrencyLimit,
  readConcurrencyLimit,
  readConcurrencyLimitByTag,
  resetConcurrencyLimitByTag,
  filterConcurrencyLimitsForOrchestration,
  deleteConcurrencyLimit,
  deleteConcurrencyLimitByTag,
  readConcurrencyLimits,
}
