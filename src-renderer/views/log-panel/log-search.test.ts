import { describe, expect, test } from 'vitest'
import { logSearchFilter, readLogSearch, withLogSearch } from './log-search.ts'

describe('a search of logs in an address', () => {
  test('is written as Prefect asks for it, and read again', () => {
    const search = { level: 40, text: 'timeout -retry', newestFirst: true }
    const address = withLogSearch({}, search)
    expect(address).toEqual({
      filter: { logs: { level: { ge_: 40 }, text: { query: 'timeout -retry' } } },
      sort: 'TIMESTAMP_DESC',
    })
    expect(readLogSearch(address)).toEqual(search)
  })

  test('leaves nothing behind once it is cleared, and lets the rest be', () => {
    const address = { filter: { task_runs: { a: 1 }, logs: { level: { ge_: 40 } } }, part: 'logs' }
    expect(withLogSearch(address, { level: null })).toEqual({
      filter: { task_runs: { a: 1 } },
      part: 'logs',
      sort: undefined,
    })
    const alone = { filter: { logs: { level: { ge_: 40 } } } }
    expect(withLogSearch(alone, { level: null }).filter).toBeUndefined()
  })

  test.each([undefined, 7, 'x', [], { logs: 3 }, { logs: { level: { ge_: 'high' }, text: 4 } }])(
    'that cannot be read (%j) asks for all',
    (filter) => {
      expect(readLogSearch({ filter })).toEqual({ level: null, text: '', newestFirst: false })
    },
  )

  test('is no filter where it asks for all', () => {
    expect(logSearchFilter({ level: null, text: '  ', newestFirst: true })).toBeUndefined()
  })

  test('is cut at what Prefect takes', () => {
    const filter = { logs: { text: { query: 'x'.repeat(500) } } }
    expect(readLogSearch({ filter }).text).toHaveLength(200)
  })
})
