import { expressionBuilder, type AliasableExpression } from 'kysely'
import { allRows, countUpTo, lastPlace, placeOf } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import type { Database } from '../../database/tables.ts'
import { asExpression, type Condition } from './condition.ts'
import type { Entrance } from './run-entrances.ts'
import { matches, type AskedRun, type End } from './run-forms.ts'

/** An entrance, and the table it leads into. */
export interface Way {
  readonly by: 'runs' | 'tasks'
  readonly through: Entrance
}

/** How much there is of everything. */
export interface Sizes {
  /** About so many; deleted ones may be counted. */
  readonly flows: number
  readonly runs: number
  readonly tasks: number
  /** Flows that the other conditions leave. */
  readonly left: number
  /** Rows behind each way, counted no further than told. */
  readonly behind: readonly number[]
}

/** Counts, in indexes alone; behind each way up to `most` rows. */
export async function measureSizes(
  db: Reading,
  others: Condition,
  { ways, most }: { ways: readonly Way[]; most: number },
): Promise<Sizes> {
  const all = lastPlace('flow')
  const counts = ways.flatMap((way, index) =>
    countsBehind(way, most).map((count, part) => count.as(`${index}_${part}`)),
  )
  const { flows, left, runs, tasks, ...behind } = await db
    .selectNoFrom([
      all.as('flows'),
      (others === 'always' ? all : countUpTo('flow', others, allRows)).as('left'),
      lastPlace('flow_run').as('runs'),
      lastPlace('task_run').as('tasks'),
      ...counts,
    ])
    .executeTakeFirstOrThrow()
  const byWay: Record<string, number> = behind
  const rowsBehind = (way: Way, index: number): number =>
    way.through.counted.reduce((sum, _, part) => sum + (byWay[`${index}_${part}`] ?? 0), 0)
  return { flows, left, runs, tasks, behind: ways.map(rowsBehind) }
}

/** A way that the file does not have looks as long as can be. */
function countsBehind({ by, through }: Way, most: number): AliasableExpression<number>[] {
  const { counted, onlyIf } = through
  const table = by === 'runs' ? 'flow_run' : 'task_run'
  return counted.map((condition) => {
    const count = countUpTo(table, condition, most)
    if (!onlyIf) return count
    return expressionBuilder<Database>().case().when(onlyIf).then(count).else(most).end()
  })
}

/** What a handful of flows showed. */
export interface Sample {
  readonly flows: number
  /** Flows with a match among the runs that were looked at. */
  readonly matching: number
  /** Runs that were gone through, over all flows. */
  readonly passed: number
  /** Flows with further runs that were not looked at, and no match before them. */
  readonly open: number
}

/** Flows are taken in the order of their ids, which is by chance, and the same each time. */
const sampledFlows = 16

/** How a sample is taken: up to `depth` runs of each flow, from one end. */
export interface SampleOptions {
  readonly asked: AskedRun
  readonly from: End
  readonly depth: number
}

/** Goes through some runs of a handful of flows, until a run matches. */
export async function sampleFlows(
  db: Reading,
  others: Condition,
  options: SampleOptions,
): Promise<Sample> {
  const rows = await db
    .with(
      (name) => name('sampled').materialized(),
      (query) =>
        query
          .selectFrom('flow')
          .where(asExpression(others))
          .orderBy('flow.id')
          .limit(sampledFlows)
          .select(['flow.id', lastLookedAt(options).as('last')]),
    )
    .with(
      (name) => name('seen').materialized(),
      (query) =>
        query.selectFrom('sampled').select(['id', 'last', firstMatch(options).as('match')]),
    )
    .selectFrom('seen')
    .select(['last', 'match', runsPassed(options).as('passed')])
    .execute()
  return {
    flows: rows.length,
    matching: rows.filter(({ match }) => match !== null).length,
    passed: rows.reduce((sum, { passed }) => sum + (passed ?? 0), 0),
    open: rows.filter(({ match, last }) => match === null && last !== null).length,
  }
}

/** The steps of a sample; runs are told by their place. */
interface Steps extends Database {
  /** `last` is the last run to look at, NULL where that is all of them. */
  sampled: { id: string; last: number | null }
  seen: { id: string; last: number | null; match: number | null }
}

const ends = {
  newest: { direction: 'desc', within: '>=', farthest: 0 },
  oldest: { direction: 'asc', within: '<=', farthest: Number.MAX_SAFE_INTEGER },
} as const

function lastLookedAt({ from, depth }: SampleOptions) {
  const query = expressionBuilder<Steps, 'flow'>()
  return query
    .selectFrom('flow_run')
    .whereRef('flow_run.flow_id', '=', 'flow.id')
    .orderBy(placeOf('flow_run'), ends[from].direction)
    .limit(1)
    .offset(depth - 1)
    .select(placeOf('flow_run').as('place'))
}

function firstMatch({ asked, from }: SampleOptions) {
  const { direction, within, farthest } = ends[from]
  const query = expressionBuilder<Steps, 'sampled'>()
  return query
    .selectFrom('flow_run')
    .whereRef('flow_run.flow_id', '=', 'sampled.id')
    .where(placeOf('flow_run'), within, query.fn.coalesce('sampled.last', query.lit(farthest)))
    .where(matches(asked))
    .orderBy(placeOf('flow_run'), direction)
    .limit(1)
    .select(placeOf('flow_run').as('place'))
}

function runsPassed({ from }: SampleOptions) {
  const { within, farthest } = ends[from]
  const query = expressionBuilder<Steps, 'seen'>()
  const last = query.fn.coalesce('seen.match', 'seen.last', query.lit(farthest))
  return query
    .selectFrom('flow_run')
    .whereRef('flow_run.flow_id', '=', 'seen.id')
    .where(placeOf('flow_run'), within, last)
    .select(query.fn.countAll<number>().as('count'))
}
