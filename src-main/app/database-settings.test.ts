import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { defaultPreferences } from '../../src-shared/contract/schemas/preferences.ts'
import { backendBed, type BackendBed } from '../testing/backend-bed.ts'
import { buildDatabase } from '../testing/build-database.ts'

let bed: BackendBed

beforeEach(() => {
  bed = backendBed(inject('workerFile'))
})

afterEach(() => bed.close())

const nothing = { tables: {}, views: [] }
const layout = { columns: ['name'], pinned: null, widths: {} }

test('each database has its own, and there is none where none is open', async () => {
  expect(await bed.value('app.databaseSettings', {})).toEqual(nothing)
  expect(await bed.code('app.changeDatabaseSettings', { views: [] })).toBe('not_found')
  const [one, other] = [buildDatabase(), buildDatabase()]
  await bed.open(one.path)
  const changed = { tables: { flows: layout }, views: [] }
  expect(await bed.value('app.changeDatabaseSettings', { tables: { flows: layout } })).toEqual(
    changed,
  )
  await bed.open(other.path)
  expect(await bed.value('app.databaseSettings', {})).toEqual(nothing)
  await bed.open(one.path)
  expect(await bed.value('app.databaseSettings', {})).toEqual(changed)
})

test('every demo shares the same', async () => {
  const file = buildDatabase()
  const demos = ['1', '2'].map((name) => join(bed.folder, 'demo', '0', `${name}.db`))
  for (const path of demos) {
    mkdirSync(dirname(path), { recursive: true })
    copyFileSync(file.path, path)
  }
  await bed.open(demos[0] ?? '')
  await bed.value('app.changeDatabaseSettings', { tables: { runs: layout } })
  await bed.open(demos[1] ?? '')
  expect(await bed.value('app.databaseSettings', {})).toMatchObject({ tables: { runs: layout } })
})

test('a change of one preference leaves the others, and one panel the other panels', async () => {
  await bed.value('app.changePreferences', { times: 'absolute', panels: { limits: 300 } })
  await bed.value('app.changePreferences', { panels: { runs: 400 } })
  expect(await bed.value('app.preferences', {})).toEqual({
    ...defaultPreferences,
    times: 'absolute',
    panels: { limits: 300, runs: 400 },
  })
})
