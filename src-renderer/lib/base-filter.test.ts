import { expect, test } from 'vitest'
import { withBase } from './base-filter.ts'

const id = '00000000-0000-4000-8000-000000000001'
const base = { flows: { id: { any_: [id] } } }

test('what the page asks holds beside what the user asks', () => {
  expect(withBase({ flow_runs: { name: { like_: 'x' } } }, base)).toEqual({
    ...base,
    flow_runs: { name: { like_: 'x' } },
  })
  expect(withBase({ flows: { tags: { all_: ['a'] } } }, base)).toEqual({
    flows: { tags: { all_: ['a'] }, id: { any_: [id] } },
  })
})

test('the user cannot ask it away', () => {
  expect(withBase({ flows: { operator: 'or_', name: { like_: '' } } }, base)).toEqual(base)
  expect(withBase({ flows: { id: { any_: [] } } }, base)).toEqual(base)
})

test('without a base the filter stays', () => {
  expect(withBase({ flows: {} }, undefined)).toEqual({ flows: {} })
})
