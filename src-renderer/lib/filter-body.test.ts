import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runFilters } from '../../src-shared/contract/schemas/filter-bodies.ts'
import { arbitraryBody } from './arbitrary-body.ts'
import {
  bodyOf,
  groupsOf,
  partsOf,
  shortBody,
  withValue,
  type FilterScreen,
} from './filter-body.ts'
import { bodyProblems } from './filter-body-problems.ts'
import { readText } from './filter-body-text.ts'
import { filterJson } from './filter-copy.ts'
import { fieldValue } from './filter-field-value.ts'
import { fieldOf } from './filter-grammar.ts'
import { fieldWords } from './filter-words.ts'
import { readView, toSearch } from './view-search.ts'

const screens: FilterScreen[] = ['flows', 'runs', 'deployments']

const numRuns = 40

describe.each(screens)('the filter of %s', (screen) => {
  const groups = groupsOf[screen]

  test('is the same after it was taken apart into chips', () => {
    fc.assert(
      fc.property(arbitraryBody(screen), (body) => {
        expect(bodyProblems(body, groups)).toEqual([])
        const parts = partsOf(body, groups)
        expect(bodyOf(parts)).toEqual(body)
        for (const { group, fields } of parts) {
          for (const { key, value } of fields) {
            const field = fieldOf(group, key)
            expect(field && fieldWords(field, value, new Map())).toMatch(/\S/)
          }
        }
      }),
      { numRuns },
    )
  })

  test('is the same after it went through the address, and through the JSON editor', () => {
    fc.assert(
      fc.property(arbitraryBody(screen), (body) => {
        const address = JSON.parse(JSON.stringify(toSearch({ filter: body, labels: {} }))) as object
        const { view, problems } = readView(address, groups)
        expect(problems).toEqual([])
        expect(view.filter).toEqual(body)
        expect(readText(filterJson(body), groups).body).toEqual(body)
      }),
      { numRuns },
    )
  })

  test('means the same however short it is said', () => {
    fc.assert(
      fc.property(arbitraryBody(screen), (body) => {
        const parsed = runFilters.parse(body)
        expect(runFilters.parse(shortBody(parsed))).toEqual(parsed)
      }),
      { numRuns },
    )
  })
})

test('without what Prefect adds by itself, but with the null that means something', () => {
  const body = {
    flows: { operator: 'and_' as const, id: null, name: { any_: null } },
    task_runs: { flow_run_id: { operator: 'or_' as const, is_null_: null } },
    work_pools: null,
  }
  expect(shortBody(body)).toEqual({
    flows: { name: {} },
    task_runs: { flow_run_id: { operator: 'or_', is_null_: null } },
  })
})

test('a value that is taken away takes along what asks for nothing more', () => {
  const body = { flows: { name: { like_: 'a' } }, flow_runs: { operator: 'or_' as const } }
  expect(withValue(body, ['flows', 'name', 'like_'], undefined)).toEqual({
    flow_runs: { operator: 'or_' },
  })
  const state = { state: { type: { any_: ['FAILED' as const] } }, tags: { any_: ['a'] } }
  const both = { flow_runs: { operator: 'or_' as const, ...state } }
  expect(withValue(both, ['flow_runs', 'state'], undefined)).toEqual({
    flow_runs: { operator: 'or_', tags: { any_: ['a'] } },
  })
  expect(withValue({ flow_runs: state }, ['flow_runs', 'operator'], 'or_')).toEqual(both)
})

test('a field keeps its other operators', () => {
  const field = { type: { any_: ['FAILED'] } }
  const named = fieldValue(field, ['name', 'any_'], ['Late'])
  expect(named).toEqual({ ...field, name: { any_: ['Late'] } })
  expect(fieldValue(named, ['operator'], 'or_')).toEqual({ ...(named as object), operator: 'or_' })
  expect(fieldValue(fieldValue(named, ['operator'], 'or_'), ['operator'], 'and_')).toEqual(named)
  expect(fieldValue(field, ['type', 'any_'], undefined)).toBeUndefined()
})
