import { expect, test } from 'vitest'
import type { SavedView } from '../../src-shared/contract/schemas/database-settings.ts'
import { moved, renamed, withView } from './saved-views.ts'

const view = (name: string): SavedView => ({ id: `id ${name}`, name, screen: 'flows', search: '' })
const views = ['a', 'b', 'c'].map(view)
const names = (list: readonly SavedView[]): string[] => list.map(({ name }) => name)

test('a view is moved, and not beyond the ends', () => {
  expect(names(moved(views, 0, 1))).toEqual(['b', 'a', 'c'])
  expect(names(moved(views, 2, -1))).toEqual(['a', 'c', 'b'])
  expect(names(moved(views, 0, -1))).toEqual(['a', 'b', 'c'])
  expect(names(moved(views, 2, 5))).toEqual(['a', 'b', 'c'])
})

test('a view gets another name', () => {
  expect(names(renamed(views, 'id b', 'x'))).toEqual(['a', 'x', 'c'])
})

test('a new view comes last, one of the same name takes its place', () => {
  expect(names(withView(views, view('d')))).toEqual(['a', 'b', 'c', 'd'])
  const other: SavedView = { ...view('b'), id: 'other', search: '?sort=name' }
  expect(withView(views, other)[1]).toEqual(other)
  expect(withView(views, other)).toHaveLength(3)
})
