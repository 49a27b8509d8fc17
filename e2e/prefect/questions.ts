import type { Database } from 'better-sqlite3'
import { bodyWith, isLeaf, leaves, places } from './grammar.ts'
import type { Grammar, Leaf, Part, Shape } from './grammar.ts'
import { likeFrom, momentFrom, searchFrom, textsFrom } from './question-values.ts'
import type { Random } from './random.ts'

/** A body of one of Prefect's `POST /…/filter`. */
export type Question = Record<string, unknown>

/** What questions are made of. */
export interface QuestionSources {
  readonly database: Database
  readonly random: Random
  readonly grammar: Grammar
  readonly sorts: readonly string[]
}

const stateTypes =
  'SCHEDULED PENDING RUNNING COMPLETED FAILED CANCELLED CRASHED PAUSED CANCELLING'.split(' ')
const unknownId = '00000000-0000-4000-8000-000000000000'

/** The forms of a UUID that Python takes. */
export const uuidForms: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => id.toUpperCase(),
  (id) => id.replaceAll('-', ''),
  (id) => `{${id}}`,
  (id) => `urn:uuid:${id}`,
]

/** Makes questions of chance, from values that are in the database and some that are not. */
export class Questioner {
  private readonly values = new Map<string, readonly unknown[]>()
  private readonly random: Random
  private readonly grammar: Grammar
  private readonly sorts: readonly string[]

  constructor({ database, random, grammar, sorts }: QuestionSources) {
    this.random = random
    this.grammar = grammar
    this.sorts = sorts
    for (const { part } of leaves(grammar)) {
      this.values.set(part.values, database.prepare(part.values).pluck().all())
    }
  }

  /** Questions of a single condition, some for each end of the grammar. */
  single(each: number): Question[] {
    return leaves(this.grammar).flatMap(({ path, part }) =>
      Array.from({ length: each }, () => this.paged(bodyWith(path, this.valueOf(part)))),
    )
  }

  /** At each operator: two parts joined with `or_`, of which one is there and asks nothing. */
  pairs(): Question[] {
    return places(this.grammar).flatMap(({ path, part }) => {
      if (isLeaf(part) || !part.hasOperator) return []
      const keys = Object.keys(part.parts)
      return keys.flatMap((empty) =>
        keys
          .filter((key) => key !== empty)
          .map((full) => {
            const nothing = nothingFor(part.parts[empty] as Part)
            const asked = this.oneOf(part.parts[full] as Part)
            return bodyWith(path, { operator: 'or_', [empty]: nothing, [full]: asked })
          }),
      )
    })
  }

  /** A question of many conditions, nested and joined. */
  compound(): Question {
    const all = Object.keys(this.grammar)
    const keys = all.length === 1 ? all : this.random.some(all, 4)
    // Prefect's REST refuses null for a whole filter.
    const entries = keys.map((key) => [key, this.objectOf(this.grammar[key] as Shape) ?? {}])
    return this.paged(Object.fromEntries(entries) as Question)
  }

  private paged(question: Question): Question {
    const { random } = this
    return {
      ...question,
      ...(random.oneIn(2) ? { sort: random.pick(this.sorts) } : {}),
      ...(random.oneIn(4) ? { limit: random.pick([0, 1, 2, 5, 10, 50, 200]) } : {}),
      ...(random.oneIn(5) ? { offset: random.pick([0, 1, 3, 10, 100]) } : {}),
    }
  }

  private objectOf(shape: Shape): unknown {
    const { random } = this
    const search = searchOf(shape)
    if (search) return { query: this.valueOf(search) }
    if (random.oneIn(30)) return null
    const keys = random.some(Object.keys(shape.parts), random.oneIn(6) ? 0 : 3)
    const operator = random.pick([{}, { operator: 'and_' }, { operator: 'or_' }])
    const entries = keys.map((key) => [key, this.partOf(shape.parts[key] as Part)])
    return { ...(shape.hasOperator ? operator : {}), ...Object.fromEntries(entries) }
  }

  private partOf(part: Part): unknown {
    if (!isLeaf(part)) return this.objectOf(part)
    return this.random.oneIn(25) ? null : this.valueOf(part)
  }

  /** A value for an end; for an object, one with a single part. */
  private oneOf(part: Part): unknown {
    if (isLeaf(part)) return this.valueOf(part)
    const key = this.random.pick(Object.keys(part.parts))
    return { [key]: this.oneOf(part.parts[key] as Part) }
  }

  private valueOf(leaf: Leaf): unknown {
    const { random } = this
    const values = this.values.get(leaf.values) ?? []
    switch (leaf.kind) {
      case 'boolean':
        return random.oneIn(2)
      case 'integer':
        return Number(random.pick(values)) + random.pick([-1, 0, 0, 1])
      case 'stateTypes':
        return random.some(stateTypes, 4)
      case 'uuids':
        return random
          .some([...(values as string[]), unknownId], random.pick([2, 8, 60]))
          .map((id) => random.pick(uuidForms)(id))
      case 'texts':
        return textsFrom(random, values.map(String))
      case 'beginnings':
        return random.some(values.map(String), 3).map((text) => likeFrom(random, text))
      case 'like':
        return likeFrom(random, String(random.pick(values)))
      case 'search':
        return searchFrom(random, values.map(String))
      case 'moment':
        return momentFrom(random, values as string[])
    }
  }
}

/** What is set, and yet for most asks nothing. */
function nothingFor(part: Part): unknown {
  if (!isLeaf(part)) return searchOf(part) ? { query: '' } : {}
  if (part.kind === 'like' || part.kind === 'search') return ''
  return ['uuids', 'texts', 'beginnings', 'stateTypes'].includes(part.kind) ? [] : null
}

/** The end of a search for text: without it Prefect refuses the search. */
function searchOf({ parts }: Shape): Leaf | undefined {
  const { query } = parts
  return query && isLeaf(query) && query.kind === 'search' ? query : undefined
}
