import { z } from 'zod'
import { runFilters } from '../../src-shared/contract/schemas/filter-bodies.ts'
import type { BodyPath, FilterGroup } from './filter-body.ts'
import { keysAt } from './filter-grammar.ts'

/** Something in a filter body that Prefect would refuse. */
export interface BodyProblem {
  /** Where: `['flows', 'name', 'any_', '0']`. */
  path: BodyPath
  /** Why, in words, with what is allowed. */
  reason: string
}

/** The schema of a body with these filter objects. */
export function schemaOf(groups: readonly FilterGroup[]): z.ZodType {
  const { shape } = runFilters
  return z.strictObject(Object.fromEntries(groups.map((group) => [group, shape[group]])))
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
}

function listed(names: readonly string[]): string {
  return names.length > 0 ? `; allowed: ${names.join(', ')}` : ''
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${kinds[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `is not one of ${issue.values.map(String).join(', ')}`
    default:
      return issue.message.replace(/^Not /, 'is not ')
  }
}

function problemsOf(issue: z.core.$ZodIssue, groups: readonly FilterGroup[]): BodyProblem[] {
  const path = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys') return [{ path, reason: reasonOf(issue) }]
  const known = path.length === 0 ? groups : (keysAt(path) ?? [])
  return issue.keys.map((key) => ({ path: [...path, key], reason: `is not known${listed(known)}` }))
}

/** What Prefect's endpoint would refuse in a body; none if it takes it. */
export function bodyProblems(body: unknown, groups: readonly FilterGroup[]): BodyProblem[] {
  const parsed = schemaOf(groups).safeParse(body)
  if (parsed.success) return []
  return parsed.error.issues.flatMap((issue) => problemsOf(issue, groups))
}
