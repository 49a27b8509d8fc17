import type { PrefectAnswer, PrefectServer } from '../../tools/prefect/server.ts'
import type { SluiceServer } from '../fixtures/sluice-server.ts'
import type { Question } from './questions.ts'
import { isSameRow, normalRow } from './same-row.ts'
import type { Row, Subject } from './subjects.ts'

/** Prefect's REST gives no more; where no limit is set, it takes this one. */
const mostAtOnce = 200

/** A question that the two answer differently, for a person to read. */
export interface Disagreement {
  readonly question: string
  readonly prefect: unknown
  readonly sluice: unknown
}

/** The two that are asked. */
export interface Sides {
  readonly prefect: PrefectServer
  readonly sluice: SluiceServer
}

/** What both answered, and whether it was the same. */
export interface Outcome {
  /** Null where they agree. */
  readonly disagreement: Disagreement | null
  /** How many rows Prefect counts; null where it refuses the question. */
  readonly count: number | null
}

/** Asks both for the list and for the count. */
export async function ask(sides: Sides, subject: Subject, question: Question): Promise<Outcome> {
  const { sort, limit: _limit, offset: _offset, ...filters } = question
  const list = await sides.prefect.request('POST', `${subject.path}/filter`, question)
  const ours = await sides.sluice.ask(subject.read, { limit: mostAtOnce, ...question })
  const disagree = (prefect: unknown, sluice: unknown, count: number | null): Outcome => ({
    disagreement: { question: JSON.stringify(question), prefect, sluice },
    count,
  })
  if (list.status !== 200 || !ours.ok) {
    const refused = list.status === 422 && !ours.ok && ours.error.code === 'invalid_input'
    if (refused) return { disagreement: null, count: null }
    return disagree(told(list), ours.ok ? 'taken' : JSON.stringify(ours.error), null)
  }
  const count = await countOf(sides, subject, filters)
  const ourCount = await sides.sluice.ask(subject.count, filters)
  const [theirRows, ourRows] = [list.body as Row[], ours.value as Row[]].map((rows) =>
    rows.map(normalRow),
  ) as [Row[], Row[]]
  const key = subject.sorts[String(sort ?? subject.defaultSort)]
  if (!key || !sameRows(theirRows, ourRows, { key, isCut: count !== theirRows.length })) {
    return disagree(...differing(theirRows, ourRows), Number(count))
  }
  if (!ourCount.ok || ourCount.value !== count) return disagree(count, ourCount, Number(count))
  return { disagreement: null, count }
}

function told({ status, body }: PrefectAnswer): string {
  return status === 200 ? 'taken' : `${status} ${JSON.stringify(body)}`.slice(0, 300)
}

/** Prefect counts all but logs; of these it is asked for every page. */
async function countOf(
  { prefect }: Sides,
  { path }: Subject,
  filters: Question,
): Promise<number | null> {
  if (path !== '/logs')
    return (await prefect.request('POST', `${path}/count`, filters)).body as number
  let count = 0
  for (;;) {
    const page = { ...filters, limit: mostAtOnce, offset: count }
    const { body } = await prefect.request('POST', `${path}/filter`, page)
    count += (body as Row[]).length
    if ((body as Row[]).length < mostAtOnce) return count
  }
}

/**
 * The same rows in the same order. Rows with the same key have no certain order; where a limit or
 * offset cuts through such rows, it has no certain choice either.
 */
function sameRows(
  theirs: readonly Row[],
  ours: readonly Row[],
  { key, isCut }: { key: (row: Row) => unknown; isCut: boolean },
): boolean {
  if (theirs.length !== ours.length) return false
  const edges = new Set([theirs[0], theirs.at(-1)].map((row) => row && key(row)))
  const known = new Map(ours.map((row) => [row['id'], row]))
  return theirs.every((row, index) => {
    const place = ours[index]
    if (!place || key(place) !== key(row)) return false
    const same = known.get(row['id'])
    return same ? isSameRow(row, same) : isCut && edges.has(key(row))
  })
}

/** The first row that differs, member by member; or else the ids. */
function differing(theirs: readonly Row[], ours: readonly Row[]): [unknown, unknown] {
  const known = new Map(ours.map((row) => [row['id'], row]))
  for (const row of theirs) {
    const other = known.get(row['id'])
    if (!other || isSameRow(row, other)) continue
    const keys = Object.keys({ ...row, ...other }).filter(
      (key) => JSON.stringify(sorted(row[key])) !== JSON.stringify(sorted(other[key])),
    )
    const only = (from: Row) => Object.fromEntries(keys.map((key) => [key, from[key]]))
    return [only(row), only(other)]
  }
  return [theirs, ours].map((rows) => rows.map(({ id, name }) => `${id} ${name}`)) as [
    unknown,
    unknown,
  ]
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
