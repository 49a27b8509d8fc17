import { expect, test } from 'vitest'
import { withPart } from './page-part.ts'

const search = { part: 'runs', span: '90', filter: { flow_runs: {} }, sort: 'name', open: 'x' }

test('the view of the runs outlasts a look at the details', () => {
  expect(withPart(search, 'runs', 'details')).toEqual({ ...search, part: 'details' })
})

test('a table of deployments begins with a view of its own', () => {
  expect(withPart(search, 'runs', 'deployments')).toEqual({ part: 'deployments', span: '90' })
  expect(withPart({ ...search, part: 'deployments' }, 'deployments', 'runs')).toEqual({
    part: 'runs',
    span: '90',
  })
})
