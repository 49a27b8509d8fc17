import { expressionBuilder } from 'kysely'
import type { TaskRunSort } from '../../../src-shared/contract/schemas/sorting.ts'
import type { Reading } from '../../database/model.ts'
import type { Database } from '../../database/tables.ts'
import type { Condition } from './condition.ts'

/** Rising orders of times begin with the rows without one, which no index's edge tells. */
const indexed: Partial<Record<TaskRunSort, 'id' | 'name' | 'expected_start_time' | 'end_time'>> = {
  ID_DESC: 'id',
  NAME_ASC: 'name',
  NAME_DESC: 'name',
  EXPECTED_START_TIME_DESC: 'expected_start_time',
  END_TIME_DESC: 'end_time',
}

/**
 * True of the first `count` task runs of an order, and of those that are level with the last of them:
 * an index alone finds the edge. Null where no index holds the order, or where there are not so many.
 */
export async function firstTaskRuns(
  db: Reading,
  { sort, count }: { sort: TaskRunSort; count: number },
): Promise<Condition | null> {
  const column = indexed[sort]
  if (!column) return null
  const isDescending = sort.endsWith('_DESC')
  const edge = await db
    .selectFrom('task_run')
    .select(`${column} as value`)
    .where(column, 'is not', null)
    .orderBy(column, isDescending ? 'desc' : 'asc')
    .limit(1)
    .offset(count - 1)
    .executeTakeFirst()
  if (!edge) return null
  const query = expressionBuilder<Database, 'task_run'>()
  return query(`task_run.${column}`, isDescending ? '>=' : '<=', edge.value)
}
