import { expressionBuilder } from 'kysely'
import type { LogFilter } from '../../../src-shared/contract/schemas/log-filter.ts'
import { joinedTextsHold } from '../../database/dialect.ts'
import type { Database } from '../../database/tables.ts'
import * as column from './column-filters.ts'
import { given, join, nullness, type Condition } from './condition.ts'
import { parseLogText } from './log-text.ts'

/** Prefect's `LogFilter.as_sql_filter`, on the columns of `log`. */
export function logCondition(filter: LogFilter): Condition {
  const { ref } = expressionBuilder<Database, 'log'>()
  return join(filter.operator, [
    given(filter.level, levelCondition),
    given(filter.timestamp, (span) => column.span(ref('log.timestamp'), span)),
    given(filter.flow_run_id, (id) => column.membership(ref('log.flow_run_id'), id)),
    given(filter.task_run_id, ({ any_, is_null_ }) =>
      join('and_', [
        column.membership(ref('log.task_run_id'), { any_ }),
        given(is_null_, (isNull) => nullness(ref('log.task_run_id'), isNull)),
      ]),
    ),
    ...textParts(filter.text?.query ?? ''),
  ])
}

function levelCondition({ ge_, le_ }: NonNullable<LogFilter['level']>): Condition {
  const query = expressionBuilder<Database, 'log'>()
  return join('and_', [
    given(ge_, (least) => query('log.level', '>=', least)),
    given(le_, (greatest) => query('log.level', '<=', greatest)),
  ])
}

/**
 * The words wanted, those not wanted and those that must be there are parts of the filter itself, up
 * to three: its operator joins them with the others. A query without words is no part.
 */
function textParts(text: string): (Condition | undefined)[] {
  const { include, exclude, required } = parseLogText(text)
  const query = expressionBuilder<Database, 'log'>()
  const holds = (word: string) =>
    joinedTextsHold([query.ref('log.message'), query.ref('log.name')], word)
  const all = (words: readonly string[], each: (word: string) => Condition) =>
    words.length > 0 ? join('and_', words.map(each)) : undefined
  return [
    include.length > 0 ? join('or_', include.map(holds)) : undefined,
    all(exclude, (word) => query.not(holds(word))),
    all(required, holds),
  ]
}
