import { expect, test } from 'vitest'
import { contract } from '../../../src-shared/contract/contract.ts'
import { flowsSearch, isFiltered, toInput } from './search-params.ts'

test('an address without filters asks for every flow', () => {
  const search = flowsSearch.parse({})
  expect(isFiltered(search)).toBe(false)
  expect(toInput(search)).toEqual({ flows: {} })
})

test('name, tags and states become the filters of Prefect', () => {
  const input = toInput({ name: 'etl', tags: ['a', 'b'], states: ['FAILED', 'CRASHED'] })
  expect(input).toEqual({
    flows: { name: { like_: 'etl' }, tags: { all_: ['a', 'b'] } },
    flow_runs: { state: { type: { any_: ['FAILED', 'CRASHED'] } } },
  })
  expect(contract.flows.readFlows.input.safeParse(input).success).toBe(true)
})

test('what an address says wrongly is left out, and the rest holds', () => {
  expect(flowsSearch.parse({ name: 'etl', states: ['GONE'], tags: 7 })).toEqual({ name: 'etl' })
})
