import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { contract } from '../../src-shared/contract/contract.ts'
import type { FlowRow } from '../../src-shared/contract/schemas/flow-row.ts'
import type { ModelOf } from '../database/model.ts'
import { withoutIndex } from '../database/dialect.ts'
import type { Database, FlowTable } from '../database/tables.ts'
import { asExpression } from './filters/condition.ts'
import { flowsWhere } from './filters/flows-where.ts'
import { LenientRow } from './rows/lenient-row.ts'

type FlowRows = ModelOf<typeof contract.flowRows>

const columns = [
  'flow.id',
  'flow.name',
  'flow.created',
  'flow.updated',
  'flow.tags',
  'flow.labels',
] as const

function toRow(stored: FlowTable): FlowRow {
  const row = new LenientRow(stored)
  const values = {
    id: row.text('id'),
    name: row.text('name'),
    created: row.timestamp('created'),
    updated: row.timestamp('updated'),
    tags: row.texts('tags'),
    labels: row.labels('labels'),
  }
  return { ...values, unreadable: row.unreadable }
}

/** No run has a start; the flow's own runs are looked through, not all that ever started. */
function hasNeverRun(): Expression<SqlBool> {
  const query = expressionBuilder<Database, 'flow'>()
  const started = query
    .selectFrom('flow_run')
    .whereRef('flow_run.flow_id', '=', 'flow.id')
    .where((run) => withoutIndex(run('flow_run.start_time', 'is not', null)))
    .select(query.lit(1).as('one'))
  return query.not(query.exists(started))
}

const readFlowRows: FlowRows['readFlowRows'] = async (db, input) => {
  const { filters, labels, neverRan } = input
  const where = await flowsWhere(db, { ...filters, labels }, Infinity)
  const rows = await db
    .selectFrom('flow')
    .where(asExpression(where))
    .$if(neverRan, (flow) => flow.where(hasNeverRun()))
    .select(columns)
    .orderBy('flow.name')
    .orderBy('flow.id')
    .execute()
  return rows.map(toRow)
}

const readFlowRow: FlowRows['readFlowRow'] = async (db, { flow_id }) => {
  const row = await db
    .selectFrom('flow')
    .where('flow.id', '=', flow_id)
    .select(columns)
    .executeTakeFirst()
  return row ? toRow(row) : null
}

/** The flows as the screens show them. */
export const flowRows: FlowRows = { readFlowRows, readFlowRow }
