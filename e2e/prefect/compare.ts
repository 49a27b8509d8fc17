import type { PrefectServer } from '../../tools/prefect/server.ts'
import type { SluiceServer } from '../fixtures/sluice-server.ts'
import type { Question } from './questions.ts'

/** A flow as both give it. */
export type FlowRow = Record<'id' | 'created' | 'updated' | 'name', string>

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
  /** How many flows Prefect counts; null where it refuses the question. */
  readonly count: number | null
}

/** Asks both for the list and for the count. */
export async function ask(sides: Sides, question: Question): Promise<Outcome> {
  const { sort, limit: _limit, offset: _offset, ...filters } = question
  const list = await sides.prefect.request('POST', '/flows/filter', question)
  const ours = await sides.sluice.ask('flows.readFlows', question)
  const disagree = (prefect: unknown, sluice: unknown, count: number | null): Outcome => ({
    disagreement: { question: JSON.stringify(question), prefect, sluice },
    count,
  })
  if (list.status !== 200 || !ours.ok) {
    const refused = list.status === 422 && !ours.ok && ours.error.code === 'invalid_input'
    if (refused) return { disagreement: null, count: null }
    const theirs = list.status === 200 ? 'taken' : `${list.status} ${JSON.stringify(list.body)}`
    return disagree(theirs.slice(0, 300), ours.ok ? 'taken' : JSON.stringify(ours.error), null)
  }
  const count = await sides.prefect.request('POST', '/flows/count', filters)
  const ourCount = await sides.sluice.ask('flows.countFlows', filters)
  const theirs = (list.body as FlowRow[]).map(normal)
  if (!sameRows(theirs, ours.value as FlowRow[], keyOf(sort))) {
    return disagree(brief(theirs), brief(ours.value as FlowRow[]), Number(count.body))
  }
  if (!ourCount.ok || ourCount.value !== count.body) {
    return disagree(count, ourCount, Number(count.body))
  }
  return { disagreement: null, count: Number(count.body) }
}

/** Where the fraction is zero Prefect leaves it out. */
function normal(row: FlowRow): FlowRow {
  const full = (time: string) => (time.includes('.') ? time : time.replace('Z', '.000000Z'))
  return { ...row, created: full(row.created), updated: full(row.updated) }
}

function keyOf(sort: unknown): keyof FlowRow {
  if (sort === 'CREATED_DESC') return 'created'
  return sort === 'UPDATED_DESC' ? 'updated' : 'name'
}

/**
 * The same rows in the same order. Rows with the same key have no certain order; where a limit or
 * offset cuts through such rows, it has no certain choice either.
 */
function sameRows(theirs: readonly FlowRow[], ours: readonly FlowRow[], key: keyof FlowRow) {
  if (theirs.length !== ours.length) return false
  const edges = new Set([theirs[0]?.[key], theirs.at(-1)?.[key]])
  const texts = (rows: readonly FlowRow[]) =>
    new Set(rows.map((row) => JSON.stringify(sorted(row))))
  const known = texts(ours)
  return theirs.every((row, index) => {
    if (ours[index]?.[key] !== row[key]) return false
    const tied = theirs.filter((other) => other[key] === row[key]).length > 1
    return known.has(JSON.stringify(sorted(row))) || (tied && edges.has(row[key]))
  })
}

function sorted(row: object): object {
  return Object.fromEntries(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function brief(rows: readonly FlowRow[]): string[] {
  return rows.map((row) => JSON.stringify(sorted(row)))
}
