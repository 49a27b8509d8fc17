import type { z } from 'zod'
import type { runFilters } from '../../src-shared/contract/schemas/filter-bodies.ts'

/** A filter object of Prefect's bodies. */
export type FilterGroup = keyof typeof runFilters.shape

/** A screen that has a filter line. */
export type FilterScreen = 'flows' | 'runs' | 'deployments'

/** The filter objects that Prefect's endpoint of a screen takes. */
export const groupsOf: Readonly<Record<FilterScreen, readonly FilterGroup[]>> = {
  flows: ['flows', 'flow_runs', 'task_runs', 'deployments', 'work_pools'],
  runs: ['flow_runs', 'flows', 'task_runs', 'deployments', 'work_pools', 'work_pool_queues'],
  deployments: ['deployments', 'flows', 'flow_runs', 'task_runs', 'work_pools', 'work_pool_queues'],
}

/** The filter object of the rows that a screen shows. */
export const ownGroup = { flows: 'flows', runs: 'flow_runs', deployments: 'deployments' } as const

/** What Prefect's endpoint takes as filters, as short as it can be said: nothing is null, no `and_`. */
export type FilterBody = z.input<typeof runFilters>

/** A JSON object whose members are not known. */
export type Tree = Readonly<Record<string, unknown>>

/** Where a value stands in a filter body: `['flows', 'name', 'any_']`. */
export type BodyPath = readonly string[]

/** Whether a value is a JSON object. */
export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const taskRunsFlowRun = 'task_runs.flow_run_id'

/**
 * Of a task run's flow run Prefect takes a missing `is_null_` for false, and with null asks nothing;
 * beside ids false asks nothing more.
 */
function saysNothing(path: BodyPath, value: unknown, around: Tree): boolean {
  if (path.at(-1) === 'operator') return value === 'and_'
  if (path.join('.') !== `${taskRunsFlowRun}.is_null_`) return value === null || value === undefined
  return value === undefined || (value === false && Array.isArray(around['any_']))
}

function shortened(value: unknown, path: BodyPath): unknown {
  if (!isTree(value)) return value
  const members = Object.entries(value)
    .filter(([key, member]) => !saysNothing([...path, key], member, value))
    .map(([key, member]) => [key, shortened(member, [...path, key])])
  return Object.fromEntries(members)
}

/** The same filter without what Prefect would add by itself. */
export function shortBody(body: FilterBody): FilterBody {
  return shortened(body, []) as FilterBody
}

/** What stands at a place of the body; undefined where nothing does. */
export function valueAt(body: unknown, path: BodyPath): unknown {
  return path.reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), body)
}

/** What is left if only an operator joins nothing. */
function joinsNothing(tree: Tree): boolean {
  return Object.keys(tree).every((key) => key === 'operator')
}

function changed(tree: unknown, path: BodyPath, value: unknown): Tree | undefined {
  const [key = '', ...rest] = path
  const { [key]: before, ...others } = isTree(tree) ? tree : {}
  const after = rest.length > 0 ? changed(before, rest, value) : value
  if (after !== undefined) return { ...(isTree(tree) ? tree : {}), [key]: after }
  return joinsNothing(others) ? undefined : others
}

/**
 * The body with another value at a place; undefined takes it away, and with it every object around it
 * that asks for nothing more.
 */
export function withValue(body: FilterBody, path: BodyPath, value: unknown): FilterBody {
  return (changed(body, path, value) ?? {}) as FilterBody
}

/** One object of a body taken apart: its fields in their order. */
export interface FilterPart {
  group: FilterGroup
  operator: 'and_' | 'or_'
  fields: readonly { key: string; value: unknown }[]
}

/** A body taken apart, for the chips; {@link bodyOf} puts it together. */
export function partsOf(body: FilterBody, groups: readonly FilterGroup[]): FilterPart[] {
  return groups.flatMap((group) => {
    const tree: unknown = body[group]
    if (!isTree(tree)) return []
    const fields = Object.entries(tree)
      .filter(([key]) => key !== 'operator')
      .map(([key, value]) => ({ key, value }))
    return [{ group, operator: tree['operator'] === 'or_' ? ('or_' as const) : 'and_', fields }]
  })
}

/** The body of parts. */
export function bodyOf(parts: readonly FilterPart[]): FilterBody {
  const groups = parts.map(({ group, operator, fields }) => [
    group,
    {
      ...(operator === 'or_' ? { operator } : {}),
      ...Object.fromEntries(fields.map(({ key, value }) => [key, value])),
    },
  ])
  return Object.fromEntries(groups) as FilterBody
}

/** Whether the body asks for anything. */
export function asksAnything(body: FilterBody): boolean {
  return Object.keys(body).length > 0
}
