import type { SelectQueryBuilder } from 'kysely'
import type { contract } from '../../src-shared/contract/contract.ts'
import type { Log } from '../../src-shared/contract/schemas/log.ts'
import { StoredRow } from '../database/codecs.ts'
import type { ModelOf, Reading } from '../database/model.ts'
import type { Database, LogTable } from '../database/tables.ts'
import type { Condition } from './filters/condition.ts'
import { logCondition } from './filters/log-filter.ts'
import { paged } from './paged.ts'

type Logs = ModelOf<typeof contract.logs>
type LogQuery<O> = SelectQueryBuilder<Database, 'log', O>

const columns = [
  'id',
  'created',
  'updated',
  'name',
  'level',
  'message',
  'timestamp',
  'flow_run_id',
  'task_run_id',
] as const satisfies readonly (keyof LogTable)[]

function toLog(stored: LogTable): Log {
  const row = new StoredRow('log', stored)
  return {
    id: stored.id,
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    name: row.text('name'),
    level: row.integer('level'),
    message: row.text('message'),
    timestamp: row.timestamp('timestamp'),
    flow_run_id: row.textOrNull('flow_run_id'),
    task_run_id: row.textOrNull('task_run_id'),
  }
}

/** Prefect's `read_logs`: a filter, sort, limit, offset. Ties are broken by the id. */
const readLogs: Logs['readLogs'] = async (db, { logs: filter, sort, limit, offset }) => {
  const query = selectLogs(db, filter ? logCondition(filter) : 'always')
    .select(columns)
    .orderBy('log.timestamp', sort === 'TIMESTAMP_DESC' ? 'desc' : 'asc')
    .orderBy('log.id')
  const rows = await paged(query, { limit, offset }).execute()
  return rows.map(toLog)
}

/** How many lines `readLogs` would find without a limit. */
const countLogs: Logs['countLogs'] = async (db, { logs: filter }) => {
  const { count } = await selectLogs(db, filter ? logCondition(filter) : 'always')
    .select((log) => log.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function selectLogs(db: Reading, where: Condition): LogQuery<object> {
  const query = db.selectFrom('log')
  return (where === 'always' ? query : query.where(where)) as never
}

/** The read functions of `prefect.server.models.logs`, on the file. */
export const logs: Logs = { readLogs, countLogs }
