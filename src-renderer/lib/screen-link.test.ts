import { defaultParseSearch } from '@tanstack/react-router'
import { expect, test } from 'vitest'
import { screenLink, taggedLink } from './screen-link.ts'

function searchOf(link: string): unknown {
  return defaultParseSearch(link.slice(link.indexOf('?')))
}

test('what a link says is what the router reads', () => {
  const search = {
    filter: { flows: { tags: { all_: ['a&b', 'ü=%', '"'] } } },
    sort: 'name',
    open: '12',
    word: 'true',
    descending: true,
  }
  expect(searchOf(screenLink('/flows', search))).toEqual(search)
})

test('what is not set is not in the link', () => {
  expect(screenLink('/flows', { sort: undefined })).toBe('#/flows')
})

test('a tag leads to the list that has it', () => {
  expect(searchOf(taggedLink.flowRuns('gpu'))).toEqual({
    filter: { flow_runs: { tags: { all_: ['gpu'] } } },
  })
})
