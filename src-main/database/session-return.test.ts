import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import { backendBed, type BackendBed } from '../testing/backend-bed.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'

// What a session does by itself, while somebody looks, about a file that changes under it.

let file: DatabaseFile
let bed: BackendBed

beforeEach(() => {
  file = buildDatabase()
  file.add.flow({ name: 'first' })
  // Its own handle lets go, so that the file can be moved as a whole.
  file.bytes()
  for (const suffix of ['-wal', '-shm']) rmSync(file.path + suffix, { force: true })
  bed = backendBed(inject('workerFile'))
  bed.listen()
})

afterEach(async () => {
  await bed.close()
  file.remove()
})

const soon = { timeout: 6000, interval: 50 }

/** What a page was told last. */
function told(): SessionState | undefined {
  const event = bed.told.findLast(({ kind }) => kind === 'session')
  return event?.kind === 'session' ? event.session : undefined
}

function move(from: string, to: string): void {
  renameSync(from, to)
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(from + suffix)) renameSync(from + suffix, to + suffix)
  }
}

describe('a file that is deleted', () => {
  test('is told, and opened again when it is back', async () => {
    await bed.open(file.path)
    const aside = `${file.path}.aside`
    move(file.path, aside)
    await expect.poll(() => told()?.error?.details?.fault, soon).toBe('missing')
    expect(told()).toMatchObject({ access: 'closed', reopened: null })
    move(aside, file.path)
    await expect.poll(() => told()?.access, soon).toBe('read_write')
    expect(told()?.reopened).toMatchObject({ why: 'returned' })
  })

  test('is told once, not at every look', async () => {
    await bed.open(file.path)
    bed.told.length = 0
    move(file.path, `${file.path}.aside`)
    await sleep(3500)
    expect(bed.told.filter(({ kind }) => kind === 'session')).toHaveLength(1)
  })
})

test('a file that is there later than Sluice is opened then, which is nothing new', async () => {
  const aside = `${file.path}.aside`
  move(file.path, aside)
  expect(await bed.open(file.path)).toMatchObject({ access: 'closed' })
  move(aside, file.path)
  await expect.poll(() => told()?.access, soon).toBe('read_write')
  expect(told()?.reopened).toBe(null)
})

test('a file that is replaced is told to be another one', async () => {
  await bed.open(file.path)
  const other = buildDatabase()
  other.add.flow({ name: 'of the other file' })
  other.bytes()
  for (const suffix of ['-wal', '-shm']) rmSync(file.path + suffix, { force: true })
  renameSync(other.path, file.path)
  await expect.poll(() => told()?.reopened?.why, soon).toBe('replaced')
  expect(await bed.value('flows.readFlows', {})).toMatchObject([{ name: 'of the other file' }])
  other.remove()
})

test('a file that is migrated is told to be of another schema', async () => {
  await bed.open(file.path)
  await sleep(700)
  file.run("UPDATE alembic_version SET version_num = '14806cb26270'")
  await expect.poll(() => told()?.reopened?.why, soon).toBe('migrated')
  expect(told()).toMatchObject({ access: 'read_write', schema: { prefect: '3.8.0' } })
})

test.skipIf(process.getuid?.() === 0)('a file that may be read by now is opened', async () => {
  chmodSync(file.path, 0)
  expect((await bed.open(file.path)).error?.details?.fault).toBe('forbidden')
  chmodSync(file.path, 0o600)
  await expect.poll(() => told()?.access, soon).toBe('read_write')
})

test('a text that becomes a database is opened', async () => {
  const aside = `${file.path}.aside`
  move(file.path, aside)
  writeFileSync(file.path, 'a text, and no database\n'.repeat(50))
  expect((await bed.open(file.path)).error?.details?.fault).toBe('not_sqlite')
  rmSync(file.path)
  move(aside, file.path)
  await expect.poll(() => told()?.access, soon).toBe('read_write')
})

test('a file that another process holds alone is opened when it lets go', async () => {
  file.run('PRAGMA journal_mode = DELETE')
  file.run('BEGIN EXCLUSIVE')
  expect((await bed.open(file.path)).error?.code).toBe('database_busy')
  file.run('ROLLBACK')
  await expect.poll(() => told()?.access, soon).toBe('read_write')
})
