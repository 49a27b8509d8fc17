import { expressionBuilder, type ExpressionWrapper } from 'kysely'
import type { FacetName, Suggestion } from '../../../src-shared/contract/schemas/facet.ts'
import type { Reading } from '../../database/model.ts'
import { holdsPart } from '../../database/row-expressions.ts'
import type { Database } from '../../database/tables.ts'

/** What is asked of a facet. */
export interface Asked {
  readonly text: string
  readonly limit: number
}

type Table = keyof Database
type TextColumn = ExpressionWrapper<Database, Table, string | null>

/** A column with few values: each is offered with the number of its rows. */
interface CountedColumn {
  readonly table: Table
  readonly column: TextColumn
}

const { ref } = expressionBuilder<Database, Table>()

/** The columns whose values are counted; an index holds each that grows. */
export const countedColumns: Readonly<Partial<Record<FacetName, CountedColumn>>> = {
  'flow_run.state_type': { table: 'flow_run', column: ref('flow_run.state_type') },
  'flow_run.state_name': { table: 'flow_run', column: ref('flow_run.state_name') },
  'flow_run.flow_version': { table: 'flow_run', column: ref('flow_run.flow_version') },
  'flow_run.work_queue_name': { table: 'flow_run', column: ref('flow_run.work_queue_name') },
  'task_run.state_type': { table: 'task_run', column: ref('task_run.state_type') },
  'task_run.state_name': { table: 'task_run', column: ref('task_run.state_name') },
  'deployment.name': { table: 'deployment', column: ref('deployment.name') },
  'deployment.work_queue_name': { table: 'deployment', column: ref('deployment.work_queue_name') },
  'work_pool.type': { table: 'work_pool', column: ref('work_pool.type') },
  'work_queue.name': { table: 'work_queue', column: ref('work_queue.name') },
}

/** The values of a column and their counts, the most frequent first. */
export async function suggestValues(
  db: Reading,
  { table, column }: CountedColumn,
  { text, limit }: Asked,
): Promise<Suggestion[]> {
  const groups = await db
    .selectFrom(table as 'flow')
    .where((row) => row(column, 'is not', null))
    .$if(text !== '', (query) => query.where(holdsPart(column, text)))
    .groupBy(column)
    .select((row) => [column.as('value'), row.fn.countAll<number>().as('count')])
    .orderBy('count', 'desc')
    .orderBy('value')
    .limit(limit)
    .execute()
  return groups.map(({ value, count }) => ({ value: String(value), count, note: null }))
}
