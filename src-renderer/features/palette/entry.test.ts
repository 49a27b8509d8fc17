import { IconTag } from '@tabler/icons-react'
import { expect, test } from 'vitest'
import { grouped, matching, type Entry } from './entry.ts'

const entry = (group: string, name: string): Entry => ({
  id: name,
  group,
  name,
  Icon: IconTag,
  run: () => {},
})

const entries = [
  entry('Go to', 'Flows'),
  entry('Commands', 'Colours: dark'),
  entry('Go to', 'Limits'),
]

test('every word must be in the name or the group, in either case', () => {
  expect(matching(entries, 'go LIM').map(({ name }) => name)).toEqual(['Limits'])
  expect(matching(entries, 'dark').map(({ name }) => name)).toEqual(['Colours: dark'])
  expect(matching(entries, 'dark limits')).toEqual([])
})

test('no words leave all', () => {
  expect(matching(entries, '  ')).toHaveLength(3)
})

test('groups stand in the order in which they come up', () => {
  expect(grouped(entries).map(([group, list]) => [group, list.length])).toEqual([
    ['Go to', 2],
    ['Commands', 1],
  ])
})
