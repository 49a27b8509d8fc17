import { expect, test } from 'vitest'
import { fitting } from './fitting.ts'

test('the first stands in any case', () => {
  expect(fitting(['a-very-long-tag-indeed'], { room: 10, most: 3, around: 18 })).toBe(1)
})

test('no more than the most, and no more than fit beside the count of the rest', () => {
  const tags = ['etl', 'nightly', 'gpu', 'x']
  expect(fitting(tags, { room: 1000, most: 3, around: 18 })).toBe(3)
  expect(fitting(tags, { room: 130, most: 3, around: 18 })).toBe(2)
})
