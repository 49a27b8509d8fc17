import { describe, expect, test } from 'vitest'
import type { FilterGroup } from './filter-body.ts'
import { fieldOf } from './filter-grammar.ts'
import { asksNothing, emptyTrap, fieldWarnings } from './filter-traps.ts'

describe('what lets every row through, as Prefect compiles it', () => {
  test.each<[FilterGroup, string, unknown, boolean]>([
    ['flows', 'name', {}, true],
    ['flows', 'name', { like_: '' }, true],
    ['flows', 'name', { any_: [] }, false],
    ['flows', 'id', { not_any_: [] }, true],
    ['flows', 'tags', { all_: [] }, true],
    ['flow_runs', 'tags', { any_: [] }, false],
    ['flow_runs', 'state', { type: { not_any_: [] } }, true],
    ['flow_runs', 'state', { type: { any_: ['FAILED'] } }, false],
    ['task_runs', 'flow_run_id', {}, false],
    ['task_runs', 'flow_run_id', { is_null_: null }, true],
    ['deployments', 'concurrency_limit', { ge_: 1 }, true],
  ])('%s.%s %j: %s', (...[group, key, value, expected]) => {
    expect(asksNothing(group, key, value)).toBe(expected)
  })
})

test('an empty list is told from one that is ignored', () => {
  const leaves = fieldOf('flows', 'id')?.leaves ?? []
  expect(leaves.map((leaf) => emptyTrap(leaf, []))).toEqual([
    'Without a value it matches no row.',
    'Without a value it asks nothing.',
  ])
  expect(leaves.map((leaf) => emptyTrap(leaf, undefined))).toEqual([undefined, undefined])
})

test('a chip warns of what bites there', () => {
  const and = { group: 'flow_runs', operator: 'and_', fields: [] } as const
  const or = { ...and, operator: 'or_' } as const
  expect(fieldWarnings(and, 'name', { any_: [] })).toEqual(['An empty list matches no row.'])
  expect(fieldWarnings(and, 'name', {})).toEqual([])
  expect(fieldWarnings(or, 'name', {})).toEqual([
    'This asks nothing, and joined by or the whole group asks nothing.',
  ])
  expect(fieldWarnings(or, 'name', { like_: 'a' })).toEqual([])
  const deployments = { ...and, group: 'deployments' } as const
  expect(fieldWarnings(deployments, 'concurrency_limit', { ge_: 1 })[0]).toMatch(/ignores/)
  const tasks = { ...and, group: 'task_runs' } as const
  expect(fieldWarnings(tasks, 'flow_run_id', { is_null_: true })[0]).toMatch(/matches no row/)
})
