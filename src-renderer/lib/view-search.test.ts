import { describe, expect, test } from 'vitest'
import { groupsOf } from './filter-body.ts'
import { isFiltered, readView, toSearch, wholeView } from './view-search.ts'

const read = (search: object) => readView(search, groupsOf.flows)

function problems(search: object): string[] {
  return read(search).problems.map(({ path, reason }) => `${path} ${reason}`)
}

describe('an address', () => {
  test('without anything shows everything', () => {
    expect(read({})).toEqual({ view: wholeView, problems: [] })
    expect(isFiltered(read({}).view)).toBe(false)
    expect(toSearch(wholeView)).toEqual({})
  })

  test('holds the whole view, and no more than is set', () => {
    const search = {
      filter: { flow_runs: { state: { type: { any_: ['FAILED'] } } } },
      labels: {
        flows: { operator: 'or_', conditions: [{ is: 'has', key: 'team' }] },
      },
      neverRan: true,
      sort: 'created',
      descending: true,
      columns: ['name', 'tags'],
      open: 'ca9df152-6a5c-4fd8-8a4b-5f8c9f0f0d11',
    }
    const { view, problems: found } = read(search)
    expect(found).toEqual([])
    expect(isFiltered(view)).toBe(true)
    expect(toSearch(view)).toEqual(search)
    expect(toSearch({ ...view, sort: { column: 'name', descending: false } })).toEqual({
      ...search,
      sort: 'name',
      descending: undefined,
    })
  })

  test('of digits alone is a text all the same', () => {
    expect(read({ open: 12, sort: 3 }).view).toMatchObject({ open: '12', sort: { column: '3' } })
  })
})

describe('an address that was not written so', () => {
  test('loses the broken field and keeps the others', () => {
    const filter = {
      flows: { name: { like_: 'a' }, id: { any_: ['no id'] }, colour: {} },
      flow_runs: { state: { type: { any_: ['Failed'] } } },
      task_runs: 'all',
    }
    expect(read({ filter }).view.filter).toEqual({ flows: { name: { like_: 'a' } }, flow_runs: {} })
    expect(problems({ filter })).toEqual([
      'filter.flows.id.any_.0 is not a UUID',
      expect.stringMatching(/^filter\.flows\.colour is not known; allowed: operator, /),
      expect.stringMatching(/^filter\.flow_runs\.state\.type\.any_\.0 is not one of SCHEDULED/),
      'filter.task_runs not an object',
    ])
  })

  test('keeps the order, the columns and the open row of a broken filter', () => {
    const { view } = read({ filter: 'flows', sort: 'name', columns: ['name'], open: 'a' })
    expect(view).toEqual({
      filter: {},
      labels: {},
      sort: { column: 'name', descending: false },
      columns: ['name'],
      open: 'a',
    })
  })

  test('names every part that is not understood', () => {
    const search = {
      filter: { work_pool_queues: {}, flows: { operator: 'xor' } },
      neverRan: 'perhaps',
      sort: {},
      descending: 'no',
      columns: 'name',
      open: [],
    }
    expect(problems(search)).toEqual([
      'filter.work_pool_queues not one of flows, flow_runs, task_runs, deployments, work_pools',
      'filter.flows.operator is not one of and_, or_',
      'neverRan not understood',
      'sort not understood',
      'descending not understood',
      'columns not understood',
      'open not understood',
    ])
  })

  test('loses a broken label condition and keeps the others', () => {
    const labels = {
      flows: {
        conditions: [
          { is: 'is', key: 'n', value: { type: 'integer', value: '1' } },
          { is: 'is', key: 'n', value: { type: 'integer', value: 'one' } },
        ],
      },
      task_runs: { conditions: [] },
      flow_runs: { operator: 'xor', conditions: [{ is: 'has', key: 'a' }] },
      deployments: { conditions: 'all' },
    }
    expect(read({ labels }).view.labels).toEqual({
      flows: {
        operator: 'and_',
        conditions: [{ is: 'is', key: 'n', value: { type: 'integer', value: '1' } }],
      },
      flow_runs: { operator: 'and_', conditions: [{ is: 'has', key: 'a' }] },
    })
    expect(problems({ labels })).toEqual([
      'labels.flows.conditions.1 Not a whole number',
      'labels.task_runs not understood',
      'labels.flow_runs.operator not and_ or or_',
      'labels.deployments no conditions',
    ])
  })

  test('means what Prefect would take: other forms of a value are put into the usual one', () => {
    const filter = {
      flows: { id: { any_: ['CA9DF152-6A5C-4FD8-8A4B-5F8C9F0F0D11'] } },
      flow_runs: { start_time: { after_: '2026-11-20 08:00+01:00' } },
    }
    expect(read({ filter }).view.filter).toEqual({
      flows: { id: { any_: ['ca9df152-6a5c-4fd8-8a4b-5f8c9f0f0d11'] } },
      flow_runs: { start_time: { after_: '2026-11-20T07:00:00.000000Z' } },
    })
  })
})
