import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultPreferences } from '../../src-shared/contract/schemas/preferences.ts'
import { SettingsStore } from './settings-store.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-settings-'))
  file = join(folder, 'deep', 'settings.json')
})

afterEach(() => rmSync(folder, { recursive: true }))

const nothingKept = { preferences: defaultPreferences, recent: [], databases: {} }
const opened = '2026-11-20T15:42:00.000000Z'

test('where nothing was kept, the defaults hold, and no file is made', async () => {
  expect(await new SettingsStore(file).read()).toEqual(nothingKept)
  expect(readdirSync(folder)).toEqual([])
})

test('what was changed is there at the next start, for its owner alone', async () => {
  const dark = { ...defaultPreferences, colorScheme: 'dark' as const }
  await new SettingsStore(file).change((before) => ({ ...before, preferences: dark }))
  expect(await new SettingsStore(file).read()).toEqual({ ...nothingKept, preferences: dark })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(folder, 'deep'))).toEqual(['settings.json'])
})

test('changes made at the same time are all kept', async () => {
  const store = new SettingsStore(file)
  await Promise.all(
    ['a', 'b', 'c'].map((path) =>
      store.change(({ recent, ...rest }) => ({ ...rest, recent: [...recent, { path, opened }] })),
    ),
  )
  expect((await store.read()).recent.map(({ path }) => path)).toEqual(['a', 'b', 'c'])
})

test('what another Sluice wrote in between is not lost', async () => {
  const [one, other] = [new SettingsStore(file), new SettingsStore(file)]
  await one.change((before) => ({ ...before, recent: [{ path: 'a', opened }] }))
  await other.change((before) => ({
    ...before,
    preferences: { ...before.preferences, sidebarFolded: true },
  }))
  expect((await one.read()).recent).toHaveLength(1)
})

test.each([
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '{"recent": [{"path": 1}]}',
  '{"preferences": 3}',
  '{"databases": [1]}',
])('a file that holds %j counts as none', async (content) => {
  const damaged = join(folder, 'settings.json')
  writeFileSync(damaged, content)
  expect(await new SettingsStore(damaged).read()).toEqual(nothingKept)
})

test('one part that is damaged does not take the other with it', async () => {
  const damaged = join(folder, 'settings.json')
  writeFileSync(damaged, JSON.stringify({ preferences: 3, recent: [{ path: 'a', opened }] }))
  expect((await new SettingsStore(damaged).read()).recent).toEqual([{ path: 'a', opened }])
})

test('what an older Sluice wrote is read, and what it did not know is as at first', async () => {
  const older = join(folder, 'settings.json')
  const tables = { limits: { hidden: ['a'], widths: { name: 200 } } }
  const kept = { colorScheme: 'dark', sidebarFolded: true, tables }
  writeFileSync(older, JSON.stringify({ preferences: kept, recent: [] }))
  expect((await new SettingsStore(older).read()).preferences).toEqual({
    ...defaultPreferences,
    colorScheme: 'dark',
    sidebarFolded: true,
  })
})

test('of a database, what cannot be read is left out alone', async () => {
  const damaged = join(folder, 'settings.json')
  const view = { id: '1', name: 'Late', screen: 'runs', search: 'a=1' }
  const layout = { columns: ['name'], pinned: null, widths: { name: 90 } }
  const databases = {
    '/a.db': {
      tables: { flows: { ...layout, pinned: 3 } },
      views: [view, { ...view, screen: 'x' }],
    },
    '/b.db': 5,
  }
  writeFileSync(damaged, JSON.stringify({ databases }))
  expect((await new SettingsStore(damaged).read()).databases).toEqual({
    '/a.db': { tables: { flows: layout }, views: [view] },
    '/b.db': { tables: {}, views: [] },
  })
})

test('a change that cannot be made leaves the file, and the next one is made', async () => {
  const store = new SettingsStore(file)
  await store.change((before) => before)
  const kept = readFileSync(file, 'utf8')
  const failing = store.change(() => {
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(readFileSync(file, 'utf8')).toBe(kept)
  await store.change((before) => ({ ...before, recent: [{ path: 'a', opened }] }))
  expect((await store.read()).recent).toHaveLength(1)
})
