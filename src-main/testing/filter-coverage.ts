import type { StoredData } from './naive/flow-filters.ts'
import { naiveReadFlows } from './naive/read-flows.ts'

interface Seen {
  /** Questions with this part that some row answers. */
  matching: number
  /** Questions with this part that some row does not answer. */
  narrowing: number
  /** Questions that have another answer without this part. */
  deciding: number
}

type Tree = Record<string, unknown>

/** How a question is answered without the models. */
export interface NaiveList {
  /** The ids of the rows that answer, in order. */
  ids(data: StoredData, question: object): readonly string[]
  /** How many rows there are to choose from. */
  size(data: StoredData): number
}

const naiveFlows: NaiveList = {
  ids: (data, question) => naiveReadFlows(data, question).map((flow) => flow.id),
  size: (data) => data.flow.length,
}

/**
 * Counts what random questions have really asked, part by part: a part that is never set, never
 * lets a row through, never keeps one out or never changes an answer is not tested.
 */
export class FilterCoverage {
  readonly #seen = new Map<string, Seen>()
  readonly #list: NaiveList

  constructor(list: NaiveList = naiveFlows) {
    this.#list = list
  }

  /** Counts the parts of one question. `operator` counts where it is `or_`. */
  count(data: StoredData, question: object): void {
    const answer = this.#list.ids(data, question)
    for (const path of setParts(question as Tree)) {
      const name = path.join('.')
      const seen = this.#seen.get(name) ?? { matching: 0, narrowing: 0, deciding: 0 }
      this.#seen.set(name, seen)
      if (answer.length > 0) seen.matching += 1
      if (answer.length < this.#list.size(data)) seen.narrowing += 1
      const other = this.#list.ids(data, without(question as Tree, path))
      if (other.join() !== answer.join()) seen.deciding += 1
    }
  }

  /** What is missing of the parts that are named, one line each. */
  gaps(parts: readonly string[]): string[] {
    return parts.flatMap((part) => {
      const seen = this.#seen.get(part)
      if (!seen) return [`${part} was never set`]
      const missing = Object.entries(seen).filter(([, count]) => count === 0)
      return missing.map(([kind]) => `${part} was never ${kind}`)
    })
  }

  /** Those of the parts that changed an answer. */
  deciding(parts: readonly string[]): string[] {
    return parts.filter((part) => (this.#seen.get(part)?.deciding ?? 0) > 0)
  }
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function setParts(tree: Tree): string[][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (isTree(value)) return setParts(value).map((path) => [key, ...path])
    const isSet = value !== null && value !== undefined && value !== 'and_'
    return isSet ? [[key]] : []
  })
}

function without(tree: Tree, [key = '', ...rest]: readonly string[]): Tree {
  const { [key]: value, ...others } = tree
  return rest.length > 0 && isTree(value) ? { ...others, [key]: without(value, rest) } : others
}
