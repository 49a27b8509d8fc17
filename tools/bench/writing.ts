import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Connection } from '../../src-main/database/connection.ts'
import type { Writing } from '../../src-main/database/model.ts'
import type { Form } from './bench-case.ts'

/** Runs a model in an immediate transaction, as the writer does. */
export function command<T>(
  { db }: Connection,
  run: (transaction: Writing) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(run)
}

/** A hand-written form in an immediate transaction. */
export function inTransaction(byHand: Database, name: string, work: () => unknown): Form {
  const transaction = byHand.transaction(work)
  return { name, run: () => transaction.immediate() }
}

/** What sides must agree on: all but the id and the times that each makes anew. */
export function withoutIdentity(answer: unknown): unknown {
  return { ...(answer as object), id: null, created: null, updated: null }
}

const time = '2026-11-20 12:00:00.000000'

/** Adds a flow with runs, each with its state, unless it is there. */
export function addFlow(setUp: Database, id: string, runs: number): void {
  const add = setUp.transaction(() => {
    const { changes } = setUp
      .prepare('INSERT OR IGNORE INTO flow (id, created, updated, name) VALUES (?, ?, ?, ?)')
      .run(id, time, time, id)
    if (changes > 0) for (let run = 0; run < runs; run += 1) addRun(setUp, id)
  })
  add.immediate()
}

function addRun(setUp: Database, flowId: string): void {
  const [run, state] = [randomUUID(), randomUUID()]
  setUp
    .prepare(
      `INSERT INTO flow_run (id, created, updated, name, flow_id, total_run_time)
       VALUES (?, ?, ?, 'a run', ?, '1970-01-01 00:00:00.000000')`,
    )
    .run(run, time, time, flowId)
  setUp
    .prepare(
      `INSERT INTO flow_run_state (id, created, updated, type, timestamp, name, flow_run_id)
       VALUES (?, ?, ?, 'COMPLETED', ?, 'Completed', ?)`,
    )
    .run(state, time, time, time, run)
  setUp.prepare('UPDATE flow_run SET state_id = ? WHERE id = ?').run(state, run)
}
