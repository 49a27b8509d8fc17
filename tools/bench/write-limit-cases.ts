import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { storedNow } from '../../src-main/database/codecs.ts'
import { reading } from '../../src-main/database/model.ts'
import { concurrencyLimits } from '../../src-main/models/concurrency-limits.ts'
import type { BenchCase, Form } from './bench-case.ts'
import type { ScratchFile } from './bench-file.ts'
import { limitColumns, limitOf, limitSource, type LimitRow } from './by-hand.ts'
import { listForms } from './row-forms.ts'
import { command, inTransaction, withoutIdentity } from './writing.ts'

const tag = 'a limit of the benchmark'
const id = '00000000-0000-4000-8000-00000000c000'

/** The writes to V1 limits, each one committed, and the locking read. */
export function writeLimitCases(file: ScratchFile): BenchCase[] {
  return [createCase(file), resetCase(file), ...deleteCases(file), lockingCase(file)]
}

function give(row: LimitRow | undefined): unknown {
  return row === undefined ? null : limitOf(row)
}

function addLimit(setUp: Database): () => void {
  const insert = setUp.prepare(
    `INSERT INTO concurrency_limit (id, created, updated, tag, concurrency_limit, active_slots)
     VALUES (?, ?, ?, ?, 3, ?)
     ON CONFLICT (tag) DO UPDATE SET id = excluded.id, active_slots = excluded.active_slots`,
  )
  const slots = JSON.stringify([randomUUID(), randomUUID()])
  const time = '2026-11-20 12:00:00.000000'
  return () => insert.run(id, time, time, tag, slots)
}

function createCase({ connection, byHand, setUp }: ScratchFile): BenchCase {
  const remove = setUp.prepare('DELETE FROM concurrency_limit WHERE tag = ?')
  const input = { tag, concurrency_limit: 3 }
  return {
    operation: 'concurrencyLimits.createConcurrencyLimit',
    question: 'a new limit',
    before: () => remove.run(tag),
    model: () => command(connection, (db) => concurrencyLimits.createConcurrencyLimit(db, input)),
    forms: createForms(byHand),
    comparable: withoutIdentity,
  }
}

function createForms(byHand: Database): Form[] {
  const insert = `INSERT INTO concurrency_limit (${limitColumns}) VALUES (?, ?, ?, ?, ?, '[]')`
  const upsert = `${insert} ON CONFLICT (tag) DO UPDATE
    SET concurrency_limit = excluded.concurrency_limit, updated = excluded.updated`
  const upserting = byHand.prepare(upsert)
  const returning = byHand.prepare<unknown[], LimitRow>(`${upsert} RETURNING *`)
  const read = byHand.prepare<[string], LimitRow>(
    `SELECT ${limitColumns} FROM concurrency_limit WHERE tag = ?`,
  )
  const inserting = byHand.prepare(insert)
  const row = (): unknown[] => {
    const time = storedNow()
    return [randomUUID(), time, time, tag, 3]
  }
  return [
    inTransaction(byHand, 'upsert, read', () => {
      upserting.run(row())
      return give(read.get(tag))
    }),
    inTransaction(byHand, 'upsert returning', () => give(returning.get(row()))),
    inTransaction(byHand, 'read, insert, read', () => {
      if (!read.get(tag)) inserting.run(row())
      return give(read.get(tag))
    }),
  ]
}

function resetCase({ connection, byHand, setUp }: ScratchFile): BenchCase {
  const update = `UPDATE concurrency_limit
    SET active_slots = '[]', updated = strftime('%Y-%m-%d %H:%M:%f000', 'now') WHERE tag = ?`
  const updating = byHand.prepare(update)
  const returning = byHand.prepare<[string], LimitRow>(`${update} RETURNING *`)
  const read = byHand.prepare<[string], LimitRow>(
    `SELECT ${limitColumns} FROM concurrency_limit WHERE tag = ?`,
  )
  const input = { tag }
  return {
    operation: 'concurrencyLimits.resetConcurrencyLimitByTag',
    question: 'two slots',
    before: addLimit(setUp),
    model: () =>
      command(connection, (db) => concurrencyLimits.resetConcurrencyLimitByTag(db, input)),
    forms: [
      inTransaction(byHand, 'update returning', () => give(returning.get(tag))),
      inTransaction(byHand, 'read, update returning', () =>
        read.get(tag) ? give(returning.get(tag)) : null,
      ),
      inTransaction(byHand, 'read, update, read', () => {
        if (!read.get(tag)) return null
        updating.run(tag)
        return give(read.get(tag))
      }),
    ],
    comparable: withoutIdentity,
  }
}

function deleteCases({ connection, byHand, setUp }: ScratchFile): BenchCase[] {
  const before = addLimit(setUp)
  return [
    {
      operation: 'concurrencyLimits.deleteConcurrencyLimit',
      question: 'one limit',
      before,
      model: () =>
        command(connection, (db) =>
          concurrencyLimits.deleteConcurrencyLimit(db, { concurrency_limit_id: id }),
        ),
      forms: deleteForms(byHand, 'id', id),
    },
    {
      operation: 'concurrencyLimits.deleteConcurrencyLimitByTag',
      question: 'one limit',
      before,
      model: () =>
        command(connection, (db) => concurrencyLimits.deleteConcurrencyLimitByTag(db, { tag })),
      forms: deleteForms(byHand, 'tag', tag),
    },
  ]
}

function deleteForms(byHand: Database, column: string, value: string): Form[] {
  const from = `FROM concurrency_limit WHERE ${column} = ?`
  const deleting = byHand.prepare(`DELETE ${from}`)
  const returning = byHand.prepare(`DELETE ${from} RETURNING id`)
  const read = byHand.prepare(`SELECT id ${from}`)
  return [
    inTransaction(byHand, 'delete', () => deleting.run(value).changes > 0),
    inTransaction(byHand, 'delete returning', () => returning.get(value) !== undefined),
    inTransaction(
      byHand,
      'read, delete',
      () => read.get(value) !== undefined && deleting.run(value).changes > 0,
    ),
  ]
}

function lockingCase({ connection, byHand }: ScratchFile): BenchCase {
  const tags = ['limit-3', 'limit-14', 'limit-159', 'unknown']
  const where = `WHERE tag IN (${tags.map((each) => `'${each}'`).join(', ')})`
  return {
    operation: 'concurrencyLimits.filterConcurrencyLimitsForOrchestration',
    question: 'three limits, locked',
    model: () =>
      command(connection, (db) =>
        concurrencyLimits.filterConcurrencyLimitsForOrchestration(reading(db), { tags }),
      ),
    forms: listForms(byHand, limitSource, { where, order: 'tag' }).map(({ name, run }) =>
      inTransaction(byHand, name, run),
    ),
  }
}
