import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import type { RecentDatabase } from '../../src-shared/contract/schemas/recent-database.ts'
import { backendBed, type BackendBed } from '../testing/backend-bed.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { SettingsStore } from '../settings/settings-store.ts'
import { mostRecent, RecentDatabases } from './recent-databases.ts'

let bed: BackendBed
let files: DatabaseFile[]

beforeEach(() => {
  bed = backendBed(inject('workerFile'))
  files = [buildDatabase(), buildDatabase()]
})

afterEach(async () => {
  await bed.close()
  for (const file of files) file.remove()
})

async function recent(): Promise<RecentDatabase[]> {
  return (await bed.value('app.recentDatabases', {})) as RecentDatabase[]
}

function paths(databases: readonly RecentDatabase[]): string[] {
  return databases.map(({ path }) => path)
}

test('a database that was opened comes first, each once, and everyone is told', async () => {
  const [one, other] = files.map(({ path }) => path) as [string, string]
  bed.listen()
  for (const path of [one, other, one]) await bed.open(path)
  expect(paths(await recent())).toEqual([one, other])
  expect(bed.told).toContainEqual({ kind: 'changed', topics: ['settings'], by: 'sluice' })
})

test('one is listed with what its file is now', async () => {
  const [path] = files.map((file) => file.path) as [string]
  await bed.open(path)
  const [found] = await recent()
  expect(found).toMatchObject({ path, exists: true })
  expect(found?.size).toBeGreaterThan(10_000)
  expect(found?.opened).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  rmSync(path)
  expect(await recent()).toMatchObject([{ path, exists: false, size: null, modified: null }])
})

test('one that could not be opened is not listed', async () => {
  const path = join(bed.folder, 'other.db')
  writeFileSync(path, 'a text')
  await bed.open(path)
  await bed.open(join(bed.folder, 'missing.db'))
  expect(await recent()).toEqual([])
})

test('one is forgotten, and its file stays', async () => {
  const [one, other] = files.map(({ path }) => path) as [string, string]
  await bed.open(one)
  await bed.open(other)
  const left = (await bed.value('app.forgetDatabase', { path: other })) as RecentDatabase[]
  expect(paths(left)).toEqual([one])
  expect(paths(await recent())).toEqual([one])
  expect(existsSync(other)).toBe(true)
})

test('the oldest one goes when there are too many', async () => {
  const databases = new RecentDatabases(new SettingsStore(join(bed.folder, 'settings.json')))
  const made = Array.from({ length: mostRecent + 2 }, (_, index) => `/${index}.db`)
  for (const path of made) await databases.remember(path)
  expect(paths(await databases.list())).toEqual(made.slice(2).toReversed())
})

test('where nothing can be kept, a database is opened all the same', async () => {
  const settings = new SettingsStore(join(files[0]?.path ?? '', 'settings.json'))
  await bed.close()
  bed = backendBed(inject('workerFile'), { settings })
  const state = await bed.open(files[0]?.path ?? '')
  expect(state.access).toBe('read_write')
  expect(bed.log.lines).toMatchObject([{ level: 'error', event: 'settings' }])
  expect(await recent()).toEqual([])
})
