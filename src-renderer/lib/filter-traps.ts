import { isTree, valueAt, type FilterPart } from './filter-body.ts'
import type { FilterField, FilterLeaf } from './filter-grammar-types.ts'
import { fieldOf } from './filter-grammar.ts'

/** What an empty value of an operator does, in words; undefined if it has a value. */
export function emptyTrap(leaf: FilterLeaf, value: unknown): string | undefined {
  const isEmpty = value === '' || (Array.isArray(value) && value.length === 0)
  if (!isEmpty) return undefined
  return ignoresEmpty(leaf)
    ? 'Without a value it asks nothing.'
    : 'Without a value it matches no row.'
}

function ignoresEmpty({ path }: FilterLeaf): boolean {
  return ['not_any_', 'all_', 'like_'].includes(path.at(-1) ?? '')
}

function leafAsksNothing(leaf: FilterLeaf, value: unknown): boolean {
  if (value === undefined) return true
  return value === '' || (Array.isArray(value) && value.length === 0 && ignoresEmpty(leaf))
}

/** Whether a field lets every row through, as Prefect compiles it. */
export function asksNothing(group: FilterPart['group'], key: string, value: unknown): boolean {
  const field = fieldOf(group, key)
  if (!field || key === 'concurrency_limit') return true
  if (key === 'flow_run_id') {
    return valueAt(value, ['is_null_']) === null && valueAt(value, ['any_']) === undefined
  }
  return field.leaves.every((leaf) => leafAsksNothing(leaf, valueAt(value, leaf.path)))
}

function isNever(leaf: FilterLeaf, value: unknown): boolean {
  return Array.isArray(value) && value.length === 0 && !ignoresEmpty(leaf)
}

/** What a field does that one may not expect, as it stands; shown on its chip. */
export function fieldWarnings(part: FilterPart, key: string, value: unknown): string[] {
  const field = fieldOf(part.group, key)
  if (!field) return []
  const warnings: string[] = []
  if (field.leaves.some((leaf) => isNever(leaf, valueAt(value, leaf.path)))) {
    warnings.push('An empty list matches no row.')
  }
  if (key === 'concurrency_limit' && field.trap) warnings.push(field.trap)
  if (key === 'flow_run_id' && isTree(value) && value['is_null_'] === true) {
    warnings.push('A task run that is reached through its flow run has one: this matches no row.')
  }
  if (asksNothing(part.group, key, value) && part.operator === 'or_') {
    warnings.push('This asks nothing, and joined by or the whole group asks nothing.')
  }
  return warnings
}

/** What is said of a field whatever its value; that runs to come match is not so where a start is asked. */
export function fieldTrap(field: FilterField, value: unknown): string | undefined {
  const asksStart = field.key === 'start_time' && valueAt(value, ['is_null_']) === false
  return asksStart ? undefined : field.trap
}
