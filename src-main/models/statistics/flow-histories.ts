import type { contract } from '../../../src-shared/contract/contract.ts'
import type { FlowHistory } from '../../../src-shared/contract/schemas/flow-statistics.ts'
import { storedNow, storeTimestamp } from '../../database/codecs.ts'
import { localUnit } from '../../database/dialect.ts'
import type { ModelOf, Reading } from '../../database/model.ts'

type Statistics = ModelOf<typeof contract.flowStatistics>
type Days = FlowHistory['days']

const minute = 60_000
const day = 24 * 60 * minute

/** When the first of the last `days` days began, in the stored form. */
function beginningOf(days: number, minutesEast: number): string {
  const localNow = Date.now() + minutesEast * minute
  const localBeginning = Math.floor(localNow / day) * day - (days - 1) * day
  const utc = new Date(localBeginning - minutesEast * minute).toISOString()
  return storeTimestamp(utc.replace('Z', '000Z'))
}

interface Span {
  from: string
  to: string
  minutesEast: number
}

/** Counted by one time column, whose index holds the runs of the span together. */
function countsBy(
  db: Reading,
  column: 'start_time' | 'expected_start_time',
  { from, to, minutesEast }: Span,
) {
  const counted = db
    .selectFrom('flow_run')
    .where(column, '>=', from)
    .where(column, '<=', to)
    .select((run) => [
      'flow_id',
      'state_type',
      localUnit(run.ref(column), { unit: 'day', minutesEast }).as('day'),
      run.fn.countAll<number>().as('count'),
    ])
    .groupBy(['flow_id', 'state_type', 'day'])
  return column === 'start_time' ? counted : counted.where('start_time', 'is', null)
}

/** Prefect's own history, `run_history`, counts between two times of one filter; this is of all flows. */
export const readFlowHistories: Statistics['readFlowHistories'] = async (db, input) => {
  const { days, minutesEast } = input
  const span = { from: beginningOf(days, minutesEast), to: storedNow(), minutesEast }
  const groups = [
    ...(await countsBy(db, 'start_time', span).execute()),
    ...(await countsBy(db, 'expected_start_time', span).execute()),
  ]
  const byFlow = new Map<string, Map<string, Record<string, number>>>()
  for (const { flow_id, state_type, day: date, count } of groups) {
    if (date === null) continue
    const ofFlow = byFlow.get(flow_id) ?? new Map<string, Record<string, number>>()
    byFlow.set(flow_id, ofFlow)
    const runs = ofFlow.get(date) ?? {}
    ofFlow.set(date, runs)
    const state = state_type ?? ''
    runs[state] = (runs[state] ?? 0) + count
  }
  return [...byFlow].map(([flowId, ofFlow]) => ({ flowId, days: inOrder(ofFlow) }))
}

function inOrder(ofFlow: ReadonlyMap<string, Days[number]['runs']>): Days {
  const dates = [...ofFlow].map(([date, runs]) => ({ day: date, runs }))
  return dates.toSorted((one, other) => (one.day < other.day ? -1 : 1))
}
