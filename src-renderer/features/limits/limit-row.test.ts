import { describe, expect, test } from 'vitest'
import { kindNote, kindWords, limitRows, limitTitle } from './limit-row.ts'
import { limitsSearch, matches } from './search-params.ts'
import { v1Limit, v2Limit } from './test-rows.ts'

const deploymentId = '51efc1ae-f715-4ef0-8f43-368b0253f327'

const tables = {
  v2: [
    v2Limit({ name: `deployment:${deploymentId}` }),
    v2Limit({ name: 'tag:gpu' }),
    v2Limit({ name: 'reporting-db' }),
  ],
  v1: [v1Limit({ tag: 'ftp', active_slots: ['a', 'b'] })],
}

function words(live: 'v1' | 'v2'): [string, string][] {
  return limitRows(tables, live).map((row) => [limitTitle(row), kindWords(row)])
}

describe('the limits of both tables', () => {
  test('are one list, where V2 holds the tag limits in force', () => {
    expect(words('v2')).toEqual([
      ['deployment 51efc1ae', 'Deployment'],
      ['ftp', 'Tag, old table'],
      ['gpu', 'Tag'],
      ['reporting-db', 'Global'],
    ])
  })

  test('are one list, where V1 still does', () => {
    expect(words('v1')).toEqual([
      ['deployment 51efc1ae', 'Deployment'],
      ['ftp', 'Tag'],
      ['gpu', 'Tag, new table'],
      ['reporting-db', 'Global'],
    ])
  })

  test('say where nobody asks for them', () => {
    const notes = (live: 'v1' | 'v2'): (string | null)[] => limitRows(tables, live).map(kindNote)
    const old = 'Current Prefect clients do not ask this table.'
    const fresh = 'The Prefect of this schema does not ask this table for tags.'
    expect(notes('v2')).toEqual([null, old, null, null])
    expect(notes('v1')).toEqual([null, null, fresh, null])
  })

  test('are told apart even where their ids are the same', () => {
    const id = deploymentId
    const rows = limitRows({ v1: [v1Limit({ id })], v2: [v2Limit({ id })] }, 'v2')
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2)
  })

  test('of V1 use as many slots as they name task runs', () => {
    const [row] = limitRows({ v1: tables.v1, v2: [] }, 'v2')
    expect(row).toMatchObject({ limit: 2, active_slots: 2, slot_decay_per_second: 0, active: true })
  })
})

describe('the address', () => {
  const rows = limitRows(tables, 'v2')
  const found = (search: object): string[] => {
    const parsed = limitsSearch.parse(search)
    return rows.filter((row) => matches(row, parsed)).map(({ name }) => name)
  }

  test.each<[object, string[]]>([
    [{}, [deploymentId, 'ftp', 'gpu', 'reporting-db']],
    [{ name: 'GP' }, ['gpu']],
    [{ name: 'tag:' }, ['gpu']],
    [{ kinds: ['tag', 'global'] }, ['gpu', 'reporting-db']],
    [{ kinds: ['deployment'], name: 'gpu' }, []],
    [{ kinds: [] }, [deploymentId, 'ftp', 'gpu', 'reporting-db']],
    [{ kinds: ['pool'], name: 7 }, [deploymentId, 'ftp', 'gpu', 'reporting-db']],
  ])('%j finds %j', (search, names) => {
    expect(found(search)).toEqual(names)
  })
})
