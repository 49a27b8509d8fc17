import type { Database } from 'better-sqlite3'
import { bodyWith, grammar, isLeaf, leaves, places } from './grammar.ts'
import type { Leaf, Part, Shape } from './grammar.ts'
import type { Random } from './random.ts'

/** A body of `POST /flows/filter`. */
export type Question = Record<string, unknown>

const sorts = ['CREATED_DESC', 'UPDATED_DESC', 'NAME_ASC', 'NAME_DESC']
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

/** The forms of a stored moment that Prefect takes; all of them mean the same. */
export const momentForms: readonly ((stored: string) => string)[] = [
  (stored) => `${stored.replace(' ', 'T')}Z`,
  (stored) => `${stored.replace(' ', 'T')}+00:00`,
  (stored) => stored.replace(' ', 'T'),
  (stored) => stored,
  (stored) => `${shifted(stored, 330)}+05:30`,
  (stored) => `${shifted(stored, -120)}-02:00`,
]

/** Makes questions of chance, from values that are in the database and some that are not. */
export class Questioner {
  private readonly values = new Map<string, readonly unknown[]>()
  private readonly random: Random

  constructor(database: Database, random: Random) {
    this.random = random
    for (const { part } of leaves()) {
      this.values.set(part.values, database.prepare(part.values).pluck().all())
    }
  }

  /** Questions of a single condition, some for each end of the grammar. */
  single(each: number): Question[] {
    return leaves().flatMap(({ path, part }) =>
      Array.from({ length: each }, () => this.paged(bodyWith(path, this.valueOf(part)))),
    )
  }

  /** At each operator: two parts joined with `or_`, of which one is there and asks nothing. */
  pairs(): Question[] {
    return places().flatMap(({ path, part }) => {
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
    const keys = this.random.some(Object.keys(grammar), 4)
    // Prefect's REST refuses null for a whole filter.
    const entries = keys.map((key) => [key, this.objectOf(grammar[key] as Shape) ?? {}])
    return this.paged(Object.fromEntries(entries) as Question)
  }

  private paged(question: Question): Question {
    const { random } = this
    return {
      ...question,
      ...(random.oneIn(2) ? { sort: random.pick(sorts) } : {}),
      ...(random.oneIn(4) ? { limit: random.pick([0, 1, 2, 5, 10, 50, 200]) } : {}),
      ...(random.oneIn(5) ? { offset: random.pick([0, 1, 3, 10, 100]) } : {}),
    }
  }

  private objectOf(shape: Shape): unknown {
    const { random } = this
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
        return random.below(4)
      case 'stateTypes':
        return random.some(stateTypes, 4)
      case 'uuids':
        return random
          .some([...(values as string[]), unknownId], random.pick([2, 8, 60]))
          .map((id) => random.pick(uuidForms)(id))
      case 'texts':
        return this.textsOf(values.map(String))
      case 'like':
        return this.likeOf(String(random.pick(values)))
      case 'moment':
        return random.pick(momentForms)(this.moment(values as string[]))
    }
  }

  private textsOf(values: readonly string[]): string[] {
    const { random } = this
    const chosen = random.some(values, random.pick([1, 2, 6]))
    if (random.oneIn(8)) return [...chosen, ...chosen]
    if (random.oneIn(8)) return chosen.map((text) => text.toUpperCase())
    return random.oneIn(8) ? [...chosen, 'nobody has this'] : chosen
  }

  private likeOf(text: string): string {
    const { random } = this
    const characters = [...text]
    const start = random.below(characters.length)
    const part = characters.slice(start, start + 1 + random.below(5))
    if (random.oneIn(4)) part[random.below(part.length)] = random.pick(['_', '%'])
    const like = part.join('')
    if (random.oneIn(12)) return random.pick(['', '%', '_', '\\', "'", 'nobody has this'])
    return random.pick([like, like, like.toUpperCase(), like.toLowerCase()])
  }

  /** A stored moment, or a microsecond beside it: bounds are inclusive, and compared as text. */
  private moment(values: readonly string[]): string {
    const stored = this.random.pick(values)
    const micro = Number(stored.slice(-6)) + this.random.pick([-1, 0, 0, 0, 1])
    if (micro < 0 || micro > 999_999) return stored
    return stored.slice(0, -6) + String(micro).padStart(6, '0')
  }
}

/** What is set, and yet for most asks nothing. */
function nothingFor(part: Part): unknown {
  if (!isLeaf(part)) return {}
  if (part.kind === 'like') return ''
  return ['uuids', 'texts', 'stateTypes'].includes(part.kind) ? [] : null
}

function shifted(stored: string, minutes: number): string {
  const time = new Date(`${stored.slice(0, 19).replace(' ', 'T')}Z`).getTime() + minutes * 60_000
  return new Date(time).toISOString().slice(0, 19) + stored.slice(19)
}
