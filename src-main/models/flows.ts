import { randomUUID } from 'node:crypto'
import type { SelectQueryBuilder } from 'kysely'
import type { contract } from '../../src-shared/contract/contract.ts'
import type { FlowSort } from '../../src-shared/contract/schemas/sorting.ts'
import type { Flow } from '../../src-shared/contract/schemas/flow.ts'
import { storedNow, storeJson, StoredRow } from '../database/codecs.ts'
import { isOneOf, now } from '../database/dialect.ts'
import { reading, type ModelOf, type Reading } from '../database/model.ts'
import type { Database, FlowTable } from '../database/tables.ts'
import type { Condition } from './filters/condition.ts'
import { flowsWhere } from './filters/flows-where.ts'
import { paged } from './paged.ts'

type Flows = ModelOf<typeof contract.flows>

const columns = [
  'flow.id',
  'flow.created',
  'flow.updated',
  'flow.name',
  'flow.tags',
  'flow.labels',
] as const

function toFlow(stored: FlowTable): Flow {
  const row = new StoredRow('flow', stored)
  return {
    id: stored.id,
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    name: row.text('name'),
    tags: row.texts('tags'),
    labels: row.labels('labels'),
  }
}

/** By a unique column: none or one. */
async function flowWhere(db: Reading, column: 'id' | 'name', value: string): Promise<Flow | null> {
  const row = await db
    .selectFrom('flow')
    .select(columns)
    .where(`flow.${column}`, '=', value)
    .executeTakeFirst()
  return row ? toFlow(row) : null
}

/** Prefect's `create_flow`: inserts, or leaves the flow of that name as it is; gives the row there is. */
const createFlow: Flows['createFlow'] = async (db, { name, tags, labels }) => {
  const time = storedNow()
  const row = {
    id: randomUUID(),
    created: time,
    updated: time,
    name,
    tags: storeJson(tags ?? []),
    labels: labels ? storeJson(labels) : null,
  }
  await db
    .insertInto('flow')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const flow = await flowWhere(reading(db), 'name', name)
  if (!flow) throw new Error('the flow that was inserted is not there')
  return flow
}

/** Prefect's `update_flow`: `updated` moves even where nothing is set. False for an unknown id. */
const updateFlow: Flows['updateFlow'] = async (db, { flow_id, flow }) => {
  const result = await db
    .updateTable('flow')
    .set({ updated: now(), ...(flow.tags && { tags: storeJson(flow.tags) }) })
    .where('id', '=', flow_id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Prefect's `read_flow`. */
const readFlow: Flows['readFlow'] = (db, { flow_id }) => flowWhere(db, 'id', flow_id)

/** Prefect's `read_flow_by_name`: the exact name. */
const readFlowByName: Flows['readFlowByName'] = (db, { name }) => flowWhere(db, 'name', name)

/** Prefect's `read_flows`: five filters, sort, limit, offset. Ties are broken by the id. */
const readFlows: Flows['readFlows'] = async (db, { limit, offset, sort, ...filters }) => {
  const wanted = (limit ?? Infinity) + (offset ?? 0)
  const where = await flowsWhere(db, filters, wanted)
  const query = sorted(selectFlows(db, where).select(columns), sort)
  const rows = await paged(query, { limit, offset }).execute()
  return rows.map(toFlow)
}

/** Prefect's `count_flows`. */
const countFlows: Flows['countFlows'] = async (db, filters) => {
  const { count } = await selectFlows(db, await flowsWhere(db, filters, Infinity))
    .select((flow) => flow.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

type FlowQuery<O> = SelectQueryBuilder<Database, 'flow', O>

function selectFlows(db: Reading, where: Condition): FlowQuery<object> {
  const query = db.selectFrom('flow')
  return (where === 'always' ? query : query.where(where)) as never
}

/** Names are unique, so that only the times need the id beside them. */
function sorted<O>(query: FlowQuery<O>, sort: FlowSort): FlowQuery<O> {
  if (sort === 'NAME_ASC') return query.orderBy('flow.name')
  if (sort === 'NAME_DESC') return query.orderBy('flow.name', 'desc')
  const column = sort === 'CREATED_DESC' ? 'flow.created' : 'flow.updated'
  return query.orderBy(column, 'desc').orderBy('flow.id')
}

/** Prefect's `delete_flow`: what hangs on it goes by the foreign keys. False for an unknown id. */
const deleteFlow: Flows['deleteFlow'] = async (db, { flow_id }) => {
  const result = await db.deleteFrom('flow').where('id', '=', flow_id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Prefect's `delete_flows`: gives the ids that were there, in the database's order. */
const deleteFlows: Flows['deleteFlows'] = async (db, { flow_ids }) => {
  const found = await db
    .selectFrom('flow')
    .select('id')
    .where((flow) => isOneOf(flow.ref('id'), flow_ids))
    .orderBy('id')
    .execute()
  const ids = found.map((flow) => flow.id)
  await db
    .deleteFrom('deployment')
    .where((deployment) => isOneOf(deployment.ref('flow_id'), ids))
    .execute()
  await db
    .deleteFrom('flow')
    .where((flow) => isOneOf(flow.ref('id'), ids))
    .execute()
  return ids
}

/** Prefect's `read_flow_labels`: null for a flow without labels, and for no flow. */
const readFlowLabels: Flows['readFlowLabels'] = async (db, { flow_id }) => {
  const row = await db
    .selectFrom('flow')
    .select(['flow.id', 'flow.labels'])
    .where('flow.id', '=', flow_id)
    .executeTakeFirst()
  return row ? new StoredRow('flow', row).labels('labels') : null
}

/** `prefect.server.models.flows`, on the file. */
export const flows: Flows = {
  createFlow,
  updateFlow,
  readFlow,
  readFlowByName,
  readFlows,
  countFlows,
  deleteFlow,
  deleteFlows,
  readFlowLabels,
}
