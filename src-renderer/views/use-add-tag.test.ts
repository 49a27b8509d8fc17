import { expect, test } from 'vitest'
import { withTag } from './use-add-tag.ts'

test('a tag more is asked beside those that are', () => {
  const one = withTag({ flow_runs: { name: { like_: 'x' } } }, 'flows', 'etl')
  expect(one).toEqual({ flow_runs: { name: { like_: 'x' } }, flows: { tags: { all_: ['etl'] } } })
  expect(withTag(one, 'flows', 'ops').flows).toEqual({ tags: { all_: ['etl', 'ops'] } })
})

test('a tag that is asked for is not asked twice', () => {
  const asked = { flows: { tags: { all_: ['etl'] } } }
  expect(withTag(asked, 'flows', 'etl')).toBe(asked)
})
