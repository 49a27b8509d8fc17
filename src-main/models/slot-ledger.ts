import { expressionBuilder, type Expression, type ExpressionWrapper, type SqlBool } from 'kysely'
import type { contract } from '../../src-shared/contract/contract.ts'
import type { SlotAcquisition } from '../../src-shared/contract/schemas/slot-ledger.ts'
import { normalIsoTime } from '../../src-shared/contract/schemas/timestamp.ts'
import { isOneOf, jsonMember } from '../database/dialect.ts'
import type { ModelOf, Reading } from '../database/model.ts'
import type { Database } from '../database/tables.ts'
import { readHolders, runIds, taskRunHolders } from './slot-holders.ts'

type Ledger = ModelOf<typeof contract.slotLedger>

const acquired = 'prefect.concurrency-limit.acquired'
const released = 'prefect.concurrency-limit.released'

/** An acquisition before it is known who made it. */
interface Hold {
  id: string
  /** As it is stored; Prefect would write a time. */
  occurred: unknown
  /** When it was given back, as it is stored; null if it was not. */
  ended: unknown
  slots: number
}

const events = expressionBuilder<Database, 'events'>()

/** True for the events of one kind of one limit: what their index begins with. */
function eventsOf(event: string, resource: string): Expression<SqlBool> {
  return events.and([
    events('events.event', '=', event),
    events('events.resource_id', '=', resource),
  ])
}

/** How many slots an acquisition took. Prefect writes a text; where it cannot be read, it is 1. */
function slotsTaken(resource: Expression<string>): ExpressionWrapper<Database, 'events', number> {
  const taken = events.cast<number | null>(jsonMember(resource, 'slots-acquired'), 'integer')
  // Integers add up to an error beyond 2^63; these do not.
  return events.cast<number>(events.fn.coalesce(taken, events.lit(1)), 'real')
}

async function countAcquired(db: Reading, resource: string): Promise<number> {
  const { count } = await db
    .selectFrom('events')
    .where(eventsOf(acquired, resource))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The acquisitions that no release follows, newest first; how many, and their slots, over all. */
async function openHolds(
  db: Reading,
  resource: string,
  limit: number,
): Promise<{ holds: Hold[]; count: number; slots: number }> {
  const rows = await db
    .selectFrom('events')
    .where(eventsOf(acquired, resource))
    .where('id', 'not in', (event) =>
      event
        .selectFrom('events')
        .where(eventsOf(released, resource))
        .where('follows', 'is not', null)
        .select((release) => release.ref('follows').$notNull().as('follows')),
    )
    .select(({ fn, ref }) => [
      'id',
      'occurred',
      slotsTaken(ref('resource')).as('slots'),
      fn.countAll<number>().over().as('count'),
      fn
        .sum<number>(slotsTaken(ref('resource')))
        .over()
        .as('sum'),
    ])
    .orderBy('occurred', 'desc')
    // The sums stand in a row: one at least.
    .limit(Math.max(1, limit))
    .execute()
  const holds = rows.map(({ id, occurred, slots }) => ({ id, occurred, ended: null, slots }))
  return { holds: holds.slice(0, limit), count: rows[0]?.count ?? 0, slots: rows[0]?.sum ?? 0 }
}

/** The acquisitions that were given back last. */
async function endedHolds(db: Reading, resource: string, limit: number): Promise<Hold[]> {
  const rows = await db
    .selectFrom('events')
    .innerJoin('events as taking', 'taking.id', 'events.follows')
    .where(eventsOf(released, resource))
    .where('taking.event', '=', acquired)
    .select(['taking.id', 'taking.occurred', 'events.occurred as ended'])
    .select(({ ref }) => slotsTaken(ref('taking.resource')).as('slots'))
    .orderBy('events.occurred', 'desc')
    .limit(limit)
    .execute()
  // Nothing hinders a second release of the same acquisition.
  return [...new Map(rows.map((hold) => [hold.id, hold])).values()]
}

async function oldestEvent(db: Reading): Promise<string | null> {
  const { oldest } = await db
    .selectFrom('events')
    .select(({ fn }) => fn.min<string | number | null>('occurred').as('oldest'))
    .executeTakeFirstOrThrow()
  return storedMoment(oldest)
}

/** A stored moment in the contract's form; null for one that Prefect would not write. */
function storedMoment(stored: unknown): string | null {
  return typeof stored === 'string' ? normalIsoTime(stored) : null
}

/** Finds who made each acquisition. One whose times cannot be read is left out. */
async function withHolders(db: Reading, holds: readonly Hold[]): Promise<SlotAcquisition[]> {
  const rows = await db
    .selectFrom('events')
    .where((event) =>
      isOneOf(
        event.ref('id'),
        holds.map(({ id }) => id),
      ),
    )
    .select(['id', 'related'])
    .execute()
  const related = new Map(rows.map(({ id, related: stored }) => [id, runIds(stored)]))
  const holderOf = await readHolders(db, [...related.values()])
  return holds.flatMap(({ id, occurred, ended, slots }) => {
    const taken = storedMoment(occurred)
    const givenBack = storedMoment(ended)
    if (taken === null || (ended !== null && givenBack === null)) return []
    const holder = holderOf(related.get(id) ?? { taskRunId: null, flowRunId: null })
    return [{ eventId: id, acquired: taken, released: givenBack, slots, holder }]
  })
}

/**
 * What the events in the file say of a limit's slots; Prefect has no counterpart. Prefect's clients
 * report each acquisition and release of a tag or global limit, and a release names in `follows` the
 * acquisition that it ends. Events that Prefect would not write are read as far as they go.
 */
const readSlotLedger: Ledger['readSlotLedger'] = async (db, { concurrency_limit_id, limit }) => {
  const resource = `prefect.concurrency-limit.${concurrency_limit_id}`
  const acquiredCount = await countAcquired(db, resource)
  const open = await openHolds(db, resource, limit)
  const ended = await endedHolds(db, resource, limit - open.holds.length)
  return {
    acquisitions: await withHolders(db, [...open.holds, ...ended]),
    acquiredCount,
    releasedCount: Math.max(0, acquiredCount - open.count),
    openSlots: open.slots,
    oldestEvent: await oldestEvent(db),
  }
}

/** The task runs that a V1 limit's `active_slots` names, in their order, known or not. */
const readSlotHolders: Ledger['readSlotHolders'] = (db, { task_run_ids }) =>
  taskRunHolders(db, task_run_ids)

/** Who took slots and who gave them back. */
export const slotLedger: Ledger = { readSlotLedger, readSlotHolders }
