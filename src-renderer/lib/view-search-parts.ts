import { runFilters } from '../../src-shared/contract/schemas/filter-bodies.ts'
import {
  labelCondition,
  labelFilters,
  type LabelCondition,
  type LabelFilters,
} from '../../src-shared/contract/schemas/label-filter.ts'
import { operator } from '../../src-shared/contract/schemas/filter-parts.ts'
import { isTree, shortBody, type FilterBody, type FilterGroup } from './filter-body.ts'
import { bodyProblems, schemaOf } from './filter-body-problems.ts'

/** A part of an address that was not understood, and why. */
export interface ViewProblem {
  /** Where: `filter.flows.name.any_`. */
  path: string
  /** Why, in words. */
  reason: string
}

/** What could be read, and what could not. */
export interface Reading<T> {
  value: T
  problems: readonly ViewProblem[]
}

const nothing: Reading<undefined> = { value: undefined, problems: [] }

function readField(path: readonly string[], value: unknown): Reading<unknown> {
  const [group = '', key = ''] = path
  const body = { [group]: { [key]: value } }
  const problems = bodyProblems(body, [group as FilterGroup])
  if (problems.length === 0) return { value, problems: [] }
  return {
    value: undefined,
    problems: problems.map(({ path: at, reason }) => ({
      path: ['filter', ...at].join('.'),
      reason,
    })),
  }
}

/** Reads one filter object, field by field; a broken field is left out. */
function readGroup(group: FilterGroup, value: unknown): Reading<object | undefined> {
  if (value === null) return nothing
  if (!isTree(value)) {
    return { value: undefined, problems: [{ path: `filter.${group}`, reason: 'not an object' }] }
  }
  const problems: ViewProblem[] = []
  const fields = Object.entries(value).flatMap(([key, field]) => {
    const read = readField([group, key], field)
    problems.push(...read.problems)
    return read.problems.length > 0 ? [] : [[key, read.value] as const]
  })
  return { value: Object.fromEntries(fields), problems }
}

/** Reads a filter body: what cannot be understood is left out and named. */
export function readFilter(value: unknown, groups: readonly FilterGroup[]): Reading<FilterBody> {
  if (value === undefined || value === null) return { value: {}, problems: [] }
  if (!isTree(value)) {
    return { value: {}, problems: [{ path: 'filter', reason: 'not an object' }] }
  }
  const problems: ViewProblem[] = []
  const body: Record<string, unknown> = {}
  for (const [key, tree] of Object.entries(value)) {
    const group = groups.find((one) => one === key)
    if (!group) {
      const reason = `not one of ${groups.join(', ')}`
      problems.push({ path: `filter.${key}`, reason })
      continue
    }
    const read = readGroup(group, tree)
    problems.push(...read.problems)
    const parsed = schemaOf([group]).safeParse({ [group]: read.value })
    if (parsed.success && read.value) Object.assign(body, parsed.data)
  }
  return { value: shortBody(runFilters.parse(body)), problems }
}

function readConditions(key: string, value: unknown): Reading<LabelCondition[]> {
  if (!Array.isArray(value)) {
    return { value: [], problems: [{ path: `labels.${key}`, reason: 'no conditions' }] }
  }
  const read = value.map((one) => labelCondition.safeParse(one))
  return {
    value: read.flatMap((one) => (one.success ? [one.data] : [])),
    problems: read.flatMap((one, index) =>
      one.success
        ? []
        : [
            {
              path: `labels.${key}.conditions.${index}`,
              reason: one.error.issues[0]?.message ?? '',
            },
          ],
    ),
  }
}

/** Reads label filters, condition by condition. */
export function readLabels(value: unknown): Reading<LabelFilters> {
  if (value === undefined || value === null) return { value: {}, problems: [] }
  if (!isTree(value)) {
    return { value: {}, problems: [{ path: 'labels', reason: 'not an object' }] }
  }
  const problems: ViewProblem[] = []
  const labels: LabelFilters = {}
  for (const [key, filter] of Object.entries(value)) {
    if (!(key in labelFilters.shape) || !isTree(filter)) {
      problems.push({ path: `labels.${key}`, reason: 'not understood' })
      continue
    }
    const read = readConditions(key, filter['conditions'])
    problems.push(...read.problems)
    const joined = operator.safeParse(filter['operator'])
    if (!joined.success)
      problems.push({ path: `labels.${key}.operator`, reason: 'not and_ or or_' })
    if (read.value.length > 0) {
      labels[key as keyof LabelFilters] = {
        operator: joined.data ?? 'and_',
        conditions: read.value,
      }
    }
  }
  return { value: labels, problems }
}
