import BetterSqlite3 from 'better-sqlite3'
import { busyTimeout } from '../../src-main/database/connection.ts'
import type { ConcurrencyLimit } from '../../src-shared/contract/schemas/concurrency-limit.ts'
import type { Flow } from '../../src-shared/contract/schemas/flow.ts'

/** A connection for hand-written SQL, with the settings of the model's. */
export function openByHand(path: string, mode: 'reader' | 'writer'): BetterSqlite3.Database {
  const sqlite = new BetterSqlite3(path, {
    readonly: mode === 'reader',
    fileMustExist: true,
    timeout: busyTimeout,
  })
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  if (mode === 'reader') sqlite.pragma('query_only = ON')
  else sqlite.pragma('synchronous = FULL')
  return sqlite
}

/** A row of `flow` as it is stored. */
export interface FlowRow {
  id: string
  created: string
  updated: string
  name: string
  tags: string
  labels: string | null
}

/** The columns of {@link FlowRow}. */
export const flowColumns = 'flow.id, flow.created, flow.updated, flow.name, flow.tags, flow.labels'

function moment(stored: string): string {
  return `${stored.slice(0, 10)}T${stored.slice(11)}Z`
}

/** The contract's flow, in the fewest steps that give it. */
export function flowOf(row: FlowRow): Flow {
  return {
    id: row.id,
    created: moment(row.created),
    updated: moment(row.updated),
    name: row.name,
    tags: JSON.parse(row.tags) as string[],
    labels: row.labels === null ? null : (JSON.parse(row.labels) as Flow['labels']),
  }
}

/** A row of `concurrency_limit` as it is stored. */
export interface LimitRow {
  id: string
  created: string
  updated: string
  tag: string
  concurrency_limit: number
  active_slots: string
}

/** The columns of {@link LimitRow}. */
export const limitColumns = 'id, created, updated, tag, concurrency_limit, active_slots'

/** The contract's limit, in the fewest steps that give it. */
export function limitOf(row: LimitRow): ConcurrencyLimit {
  return {
    id: row.id,
    created: moment(row.created),
    updated: moment(row.updated),
    tag: row.tag,
    concurrency_limit: row.concurrency_limit,
    active_slots: JSON.parse(row.active_slots) as string[],
  }
}

/** The table `flow`, read by hand. */
export const flowSource = { table: 'flow', columns: flowColumns, give: flowOf }

/** The table `concurrency_limit`, read by hand. */
export const limitSource = { table: 'concurrency_limit', columns: limitColumns, give: limitOf }
