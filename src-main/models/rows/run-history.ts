import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { contract } from '../../../src-shared/contract/contract.ts'
import { storeTimestamp } from '../../database/codecs.ts'
import { hasIndexOn, localUnit, withoutIndex } from '../../database/dialect.ts'
import type { ModelOf, Reading } from '../../database/model.ts'
import { runsWithin, type StoredSpan } from '../../database/row-expressions.ts'
import type { Database } from '../../database/tables.ts'
import { asExpression, type Condition } from '../filters/condition.ts'
import { askedRuns } from './asked-runs.ts'
import { historySpans, type HistoryOptions } from './history-spans.ts'

interface RunCount {
  at: string
  stateType: string | null
  count: number
}

const { ref, fn, eb, and, or } = expressionBuilder<Database, 'flow_run'>()
const start = ref('flow_run.start_time')
const expected = ref('flow_run.expected_start_time')
const started = fn.coalesce(start, expected)

/** More days or hours are not searched one by one. */
const mostSpans = 1_000

/** Counts the runs within a span of time by unit and state. A start that is no moment is on no day. */
export const readRunHistory: ModelOf<typeof contract.runRows>['readRunHistory'] = async (
  db,
  { filters, labels, ...options },
) => {
  const where = await askedRuns(db, { ...filters, labels })
  const spans = where === 'always' ? historySpans(options, mostSpans) : null
  if (spans && (await hasStartIndex(db))) return await searched(db, spans)
  return await passed(db, where, options)
}

/** Prefect 3.8.8 and later have it. */
async function hasStartIndex(db: Reading): Promise<boolean> {
  const held = hasIndexOn('flow_run', 'state_type, coalesce(start_time, expected_start_time)')
  const { has } = await db.selectNoFrom(held.as('has')).executeTakeFirstOrThrow()
  return Boolean(has)
}

function searched(db: Reading, spans: readonly StoredSpan[]): Promise<RunCount[]> {
  return db
    .selectFrom(runsWithin(spans).as('counts'))
    .selectAll()
    .orderBy('at')
    .orderBy('stateType')
    .execute()
}

async function passed(
  db: Reading,
  where: Condition,
  { from, before, ...clock }: HistoryOptions,
): Promise<RunCount[]> {
  const groups = await db
    .selectFrom('flow_run')
    .where(asExpression(where))
    .where(startedWithin(storeTimestamp(from), storeTimestamp(before)))
    .select((run) => [
      localUnit(started, clock).as('at'),
      'flow_run.state_type as stateType',
      run.fn.countAll<number>().as('count'),
    ])
    .groupBy(['at', 'flow_run.state_type'])
    .orderBy('at')
    .orderBy('flow_run.state_type')
    .execute()
  return groups.flatMap(({ at, ...counted }) => (at === null ? [] : [{ at, ...counted }]))
}

/** Said twice: with a state, an index holds the coalesced time; without, one each of the two does. */
function startedWithin(from: string, before: string): Expression<SqlBool> {
  const within = (time: Expression<string | null>) =>
    and([eb(time, '>=', from), eb(time, '<', before)])
  const planned = and([eb(withoutIndex(start), 'is', null), within(expected)])
  return and([within(started), or([within(start), planned])])
}
