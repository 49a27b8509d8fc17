import { expressionBuilder, type AliasableExpression } from 'kysely'
import { allRows, countUpTo, lastPlace } from '../../database/dialect.ts'
import type { Reading } from '../../database/model.ts'
import { sampleOfFlows, type End, type Sample } from '../../database/run-sample.ts'
import type { Database } from '../../database/tables.ts'
import { asExpression, type Condition } from './condition.ts'
import type { Entrance } from './run-entrances.ts'
import { matches, type AskedRun } from './run-forms.ts'

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
  { asked, from, depth }: SampleOptions,
): Promise<Sample> {
  const flows = asExpression(others)
  const sample = sampleOfFlows({ flows, match: matches(asked), from, depth })
  return await db.selectFrom(sample.as('sample')).selectAll().executeTakeFirstOrThrow()
}
