import { expect, test } from 'vitest'
import { readTimelineFilter, withTimelineFilter } from './page-search.ts'

test('the filter of the timeline is written as Prefect asks for it, and read again', () => {
  const filter = { text: 'load', states: ['FAILED', 'CRASHED'] }
  const address = withTimelineFilter({ part: 'timeline', filter: { logs: { a: 1 } } }, filter)
  expect(address).toEqual({
    part: 'timeline',
    filter: {
      logs: { a: 1 },
      task_runs: { name: { like_: 'load' }, state: { type: { any_: ['FAILED', 'CRASHED'] } } },
    },
  })
  expect(readTimelineFilter(address)).toEqual(filter)
})

test('a cleared filter leaves nothing behind', () => {
  const address = { filter: { task_runs: { name: { like_: 'x' } } } }
  expect(withTimelineFilter(address, { text: '', states: [] }).filter).toBeUndefined()
})

test.each([undefined, 7, 'x', [], { task_runs: 3 }, { task_runs: { name: { like_: 4 } } }])(
  'a filter that cannot be read (%j) asks for all',
  (filter) => {
    expect(readTimelineFilter({ filter })).toEqual({ text: '', states: [] })
  },
)
