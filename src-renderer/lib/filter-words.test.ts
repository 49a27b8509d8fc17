import { describe, expect, test } from 'vitest'
import type { FilterGroup } from './filter-body.ts'
import { fieldOf } from './filter-grammar.ts'
import { labelWords, withCondition } from './filter-words-labels.ts'
import { fieldWords, groupWords, momentWords } from './filter-words.ts'

const id = 'ca9df152-6a5c-4fd8-8a4b-5f8c9f0f0d11'

function words(group: FilterGroup, key: string, value: unknown): string | undefined {
  const field = fieldOf(group, key)
  return field && fieldWords(field, value, new Map([[id, 'nightly']]))
}

describe('a chip says', () => {
  test.each([
    ['flow_runs', 'state', { type: { any_: ['FAILED', 'CRASHED'] } }, 'state is Failed or Crashed'],
    ['flow_runs', 'state', { type: { not_any_: ['FAILED'] } }, 'state is not Failed'],
    [
      'flow_runs',
      'state',
      { type: { not_any_: ['FAILED', 'CRASHED'] } },
      'state is neither Failed nor Crashed',
    ],
    [
      'flow_runs',
      'state',
      { operator: 'or_', type: { any_: ['PENDING'] }, name: { any_: ['Late'] } },
      'state is Pending or is named Late',
    ],
    ['flows', 'name', { like_: 'load' }, 'name contains “load”'],
    ['flows', 'name', { any_: [''] }, 'name is “”'],
    ['flows', 'name', { any_: ['a', 'b', 'c', 'd', 'e'] }, 'name is a, b, c or 2 more'],
    ['flows', 'tags', { all_: ['a', 'b', 'c'] }, 'tags include a, b and c'],
    ['flows', 'tags', { is_null_: true }, 'tags are none'],
    ['flow_runs', 'tags', { any_: ['a', 'b'] }, 'tags include a or b'],
    ['deployments', 'paused', { eq_: false }, 'schedule is not paused'],
    ['deployments', 'id', { any_: [id] }, 'id is nightly'],
    ['flow_runs', 'id', { not_any_: [id.replace('c', 'd')] }, 'id is not da9df152'],
    ['flow_runs', 'name', { any_: [] }, 'name is one of none'],
    ['flow_runs', 'name', {}, 'name: no condition'],
    ['task_runs', 'flow_run_id', { is_null_: null }, 'flow run may be missing'],
  ] as const)('%s.%s %j', (...[group, key, value, said]) => {
    expect(words(group, key, value)).toBe(said)
  })
})

test('a moment is local, and without its clock at the beginning of a day', () => {
  const midnight = new Date(2026, 10, 20).toISOString()
  const morning = new Date(2026, 10, 20, 8, 30).toISOString()
  expect(momentWords(midnight)).not.toMatch(/:/)
  expect(momentWords(morning)).toMatch(/8:30/)
  expect(momentWords('no moment')).toBe('no moment')
})

test('other rows are joined in words, and an empty object asks for one of them', () => {
  expect(groupWords('flows', 'flow_runs', false)).toBe('with a flow run whose')
  expect(groupWords('flows', 'flow_runs', true)).toBe('has a flow run')
  expect(groupWords('runs', 'flow_runs', false)).toBeNull()
})

test('labels are said with their types', () => {
  const value = { type: 'integer', value: '1' } as const
  expect(labelWords('flows', { is: 'is', key: 'n', value })).toBe('flow label n is 1')
  expect(
    labelWords('flow_runs', { is: 'is_not', key: 'n', value: { ...value, type: 'string' } }),
  ).toBe('flow run label n is not “1”')
  expect(labelWords('deployments', { is: 'has_not', key: 'n' })).toBe(
    'deployment label n is not there',
  )
})

test('label conditions are added, changed and taken away', () => {
  const has = { is: 'has', key: 'a' } as const
  const one = withCondition({}, { of: 'flows', index: 0 }, has)
  expect(one).toEqual({ flows: { operator: 'and_', conditions: [has] } })
  const two = withCondition(one, { of: 'flows', index: 1 }, { ...has, key: 'b' })
  expect(two.flows?.conditions.map(({ key }) => key)).toEqual(['a', 'b'])
  expect(withCondition(two, { of: 'flows', index: 0 }, undefined).flows?.conditions).toEqual([
    { is: 'has', key: 'b' },
  ])
  expect(withCondition(one, { of: 'flows', index: 0 }, undefined)).toEqual({})
})
