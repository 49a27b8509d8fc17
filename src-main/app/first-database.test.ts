import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DiscoveryPlace } from '../discovery/discovery-place.ts'
import { firstDatabase } from './first-database.ts'

let folder: string
let place: DiscoveryPlace

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sluice-first-')))
  place = {
    environment: { PREFECT_HOME: folder },
    workingDirectory: folder,
    homeFolder: join(folder, 'nobody'),
  }
})

afterEach(() => rmSync(folder, { recursive: true }))

const noWish = { database: null, demo: false, readOnly: false }

test('what was named comes first, from the working directory, there or not', async () => {
  writeFileSync(join(folder, 'prefect.db'), 'x')
  expect(await firstDatabase({ ...noWish, database: 'missing.db' }, place)).toEqual({
    path: join(folder, 'missing.db'),
    readOnly: false,
  })
})

test('then comes the one that a server would use', async () => {
  writeFileSync(join(folder, 'prefect.db'), 'x')
  expect(await firstDatabase({ ...noWish, readOnly: true }, place)).toEqual({
    path: join(folder, 'prefect.db'),
    readOnly: true,
  })
})

test.each([
  ['that does not exist', {}],
  ['that is PostgreSQL', { PREFECT_API_DATABASE_CONNECTION_URL: 'postgresql+asyncpg://u@h/n' }],
  ['in memory', { PREFECT_API_DATABASE_CONNECTION_URL: 'sqlite+aiosqlite:///:memory:' }],
  ['that no server would start with', { PREFECT_API_DATABASE_CONNECTION_URL: 'nonsense' }],
])('in the place of one %s comes the demo', async (_kind, environment) => {
  const there = { ...place, environment: { ...place.environment, ...environment } }
  expect(await firstDatabase(noWish, there)).toBe(null)
})

test('the demo that was asked for comes before what was found', async () => {
  writeFileSync(join(folder, 'prefect.db'), 'x')
  expect(await firstDatabase({ ...noWish, demo: true }, place)).toBe(null)
})
