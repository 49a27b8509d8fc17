import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import type {
  FoundDatabase,
  JudgedDatabase,
} from '../../src-shared/contract/schemas/found-database.ts'
import { AppError } from '../../src-shared/errors/app-error.ts'
import { headRevision } from '../database/head-schema.ts'
import type { SchemaVerdict } from '../database/schema-verdict.ts'
import { backendBed, type BackendBed } from '../testing/backend-bed.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { judgeDatabases } from './judged-databases.ts'

let bed: BackendBed
let file: DatabaseFile
let found: FoundDatabase[]

beforeEach(() => {
  file = buildDatabase()
  found = []
  bed = backendBed(inject('workerFile'), { findDatabases: () => Promise.resolve(found) })
})

afterEach(async () => {
  await bed.close()
  file.remove()
})

function database(path: string | null, other: Partial<FoundDatabase> = {}): FoundDatabase {
  return {
    path,
    source: { kind: 'environment', setting: 'PREFECT_HOME', file: null, profile: null },
    kind: 'sqlite',
    usedByServer: false,
    exists: true,
    size: 1,
    modified: null,
    note: null,
    ...other,
  }
}

async function judged(): Promise<JudgedDatabase[]> {
  return (await bed.value('app.findDatabases', {})) as JudgedDatabase[]
}

test('each file that was found is looked into for a moment', async () => {
  const text = join(file.folder, 'text.db')
  writeFileSync(text, 'a text, and no database\n'.repeat(50))
  found = [
    database(file.path),
    database(text),
    database(file.folder),
    database(join(file.folder, 'missing.db'), { exists: false, size: null }),
    database(null, { kind: 'postgresql', exists: false }),
  ]
  const before = file.bytes()
  expect(await judged()).toMatchObject([
    { path: file.path, schema: { revision: headRevision, prefect: '3.9.1' }, problem: null },
    { path: text, schema: null, problem: 'The file is not a SQLite database' },
    { path: file.folder, schema: null, problem: `${file.folder} is a folder, not a database` },
    { schema: null, problem: null },
    { kind: 'postgresql', schema: null, problem: null },
  ])
  await bed.processes.ended()
  expect(bed.processes.all).toHaveLength(2)
  expect(file.bytes()).toBe(before)
})

test('the one that is open is not opened once more', async () => {
  await bed.open(file.path)
  await expect.poll(() => bed.processes.all.length).toBe(2)
  found = [database(file.path)]
  expect(await judged()).toMatchObject([{ schema: { revision: headRevision } }])
  expect(bed.processes.all).toHaveLength(2)
})

test('two are looked into at the same time, and the order stays', async () => {
  let now = 0
  let most = 0
  const judge = async (path: string): Promise<SchemaVerdict> => {
    most = Math.max(most, (now += 1))
    await new Promise((resolve) => setTimeout(resolve, path === '/0' ? 30 : 5))
    now -= 1
    throw new AppError('database_busy', `of ${path}`)
  }
  const paths = ['/0', '/1', '/2', '/3', '/4']
  const all = await judgeDatabases(
    paths.map((path) => database(path)),
    { judge, open: bed.backend.state },
  )
  expect(most).toBe(2)
  expect(all.map(({ problem }) => problem)).toEqual(paths.map((path) => `of ${path}`))
})
