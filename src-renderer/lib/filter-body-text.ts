import { isTree, shortBody, type FilterBody, type FilterGroup } from './filter-body.ts'
import { lineOf } from './filter-body-lines.ts'
import { bodyProblems, schemaOf } from './filter-body-problems.ts'

/** Something wrong in the text of a filter. */
export interface TextProblem {
  /** From 1. */
  line: number
  /** `flows.name.any_.0`; empty where the text is no JSON. */
  path: string
  reason: string
}

/** What a typed text is: a body that Prefect takes, or what is wrong with it. */
export type ReadText =
  | { body: FilterBody; leftOut: readonly string[]; problems: readonly [] }
  | { body: null; leftOut: readonly string[]; problems: readonly TextProblem[] }

/** Beside the filters in the bodies of Prefect's endpoints; the table has its own order and pages. */
const beside = ['sort', 'limit', 'offset', 'page']

function syntaxProblem(text: string, error: unknown): TextProblem {
  const message = error instanceof Error ? error.message : String(error)
  const position = /at position (\d+)/.exec(message)?.[1]
  // Without a position the text ended too early.
  const until = text.trimEnd().slice(0, position === undefined ? undefined : Number(position))
  const reason = message.replace(/ in JSON at position.*$/s, '').replace(/, "?\.\.\..*$/s, '')
  return { line: until.split('\n').length, path: '', reason: `is not JSON: ${reason}` }
}

function parsed(text: string): { value: unknown } | { problem: TextProblem } {
  try {
    return { value: text.trim() === '' ? {} : (JSON.parse(text) as unknown) }
  } catch (error) {
    return { problem: syntaxProblem(text, error) }
  }
}

/**
 * Reads the text of a filter as Prefect's endpoint would: its nulls are taken for what is not set.
 * `sort`, `limit` and `offset` beside the filters are left out, and named.
 */
export function readText(text: string, groups: readonly FilterGroup[]): ReadText {
  const read = parsed(text)
  if ('problem' in read) return { body: null, leftOut: [], problems: [read.problem] }
  if (!isTree(read.value)) {
    const problem = { line: 1, path: '', reason: 'is not an object' }
    return { body: null, leftOut: [], problems: [problem] }
  }
  const members = Object.entries(read.value)
  const leftOut = members.map(([key]) => key).filter((key) => beside.includes(key))
  const filters = Object.fromEntries(members.filter(([key]) => !beside.includes(key)))
  const problems = bodyProblems(filters, groups).map(({ path, reason }) => ({
    line: lineOf(text, path),
    path: path.join('.'),
    reason,
  }))
  if (problems.length > 0) {
    return { body: null, leftOut, problems: problems.toSorted((a, b) => a.line - b.line) }
  }
  const body = shortBody(schemaOf(groups).parse(filters) as FilterBody)
  return { body, leftOut, problems: [] }
}
