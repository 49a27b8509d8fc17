import { expect, test } from 'vitest'
import { layoutAsAtFirst } from '../../src-shared/contract/schemas/preferences.ts'
import { mostDatabases, ofDatabase, withDatabaseChange } from './kept-databases.ts'
import { keptSettings, type Settings } from './kept-settings.ts'

const nothing = keptSettings.parse({})
const view = { id: '1', name: 'Late', screen: 'runs' as const, search: 'a=1' }
const layout = { ...layoutAsAtFirst, columns: ['name'] }

test('a table that a change does not name keeps its layout, and so do the views', () => {
  const key = '/a.db'
  const first = withDatabaseChange(nothing, { key, change: { tables: { flows: layout } } })
  const second = withDatabaseChange(first, { key, change: { views: [view] } })
  const last = withDatabaseChange(second, { key, change: { tables: { runs: layout } } })
  expect(ofDatabase(last, key)).toEqual({ tables: { flows: layout, runs: layout }, views: [view] })
  expect(ofDatabase(last, '/b.db')).toEqual({ tables: {}, views: [] })
})

test('where there are too many, the database that was changed longest ago is forgotten', () => {
  const change = { views: [view] }
  let settings: Settings = nothing
  for (let n = 0; n < mostDatabases; n += 1) {
    settings = withDatabaseChange(settings, { key: `/${n}.db`, change })
  }
  settings = withDatabaseChange(settings, { key: '/0.db', change })
  settings = withDatabaseChange(settings, { key: '/new.db', change })
  const kept = Object.keys(settings.databases)
  expect(kept).toHaveLength(mostDatabases)
  expect(kept.slice(-2)).toEqual(['/0.db', '/new.db'])
  expect(kept).not.toContain('/1.db')
})
