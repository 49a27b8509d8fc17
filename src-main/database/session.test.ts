import { renameSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest'
import { backendBed, type BackendBed } from '../testing/backend-bed.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { fileDigest } from '../testing/file-digest.ts'
import { headRevision } from './head-schema.ts'

let file: DatabaseFile
let bed: BackendBed

beforeEach(async () => {
  file = buildDatabase()
  file.add.flow({ name: 'first' })
  bed = backendBed(inject('workerFile'))
  await bed.open(file.path)
})

afterEach(async () => {
  await bed.close()
  file.remove()
})

const create = { name: 'made' }
const anotherRevision = '8f5eda7c1dd7'
const unknownRevision = 'ffffffffffff'

/** The file is looked at again only when it was taken for granted long enough. */
async function laterOn(): Promise<void> {
  await sleep(600)
}

function migrate(revision: string): void {
  file.run('UPDATE alembic_version SET version_num = ?', revision)
}

async function names(): Promise<string[]> {
  const flows = (await bed.value('flows.readFlows', {})) as { name: string }[]
  return flows.map(({ name }) => name)
}

describe('a file that is deleted under an open session', () => {
  test('is missing for the next command at once, and for a query soon', async () => {
    rmSync(file.path)
    expect(await bed.code('flows.createFlow', create)).toBe('database_unavailable')
    await laterOn()
    const reply = await bed.ask('flows.readFlows', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'database_unavailable' } })
    expect(!reply.ok && reply.error.message).toContain('There is no file')
    expect(await bed.backend.sessionState()).toMatchObject({
      access: 'closed',
      error: { code: 'database_unavailable' },
    })
  })

  test('is opened again when it is back', async () => {
    renameSync(file.path, `${file.path}.aside`)
    await laterOn()
    expect(await bed.code('flows.readFlows', {})).toBe('database_unavailable')
    renameSync(`${file.path}.aside`, file.path)
    await laterOn()
    expect(await names()).toEqual(['first'])
    expect(await bed.code('flows.createFlow', create)).toBe(null)
  })
})

describe('a file that is replaced under an open session', () => {
  test('is read, and written, from then on', async () => {
    await bed.value('flows.createFlow', create)
    const other = buildDatabase()
    onTestFinished(() => other.remove())
    other.add.flow({ name: 'of the other file' })
    other.bytes()
    file.bytes()
    for (const suffix of ['-wal', '-shm']) rmSync(file.path + suffix, { force: true })
    renameSync(other.path, file.path)
    expect(await bed.value('flows.createFlow', { name: 'there' })).toMatchObject({ name: 'there' })
    expect(await names()).toEqual(['of the other file', 'there'])
  })
})

describe('a file that is migrated under an open session', () => {
  test.each([anotherRevision, unknownRevision])(
    'before the first command is not written: %s',
    async (revision) => {
      migrate(revision)
      const before = fileDigest(file.path)
      expect(await bed.ask('flows.createFlow', create)).toMatchObject({
        ok: false,
        error: { code: 'schema_unsupported' },
      })
      expect(fileDigest(file.path)).toBe(before)
    },
  )

  test.each([anotherRevision, unknownRevision])(
    'between two commands is not written: %s',
    async (revision) => {
      await bed.value('flows.createFlow', { name: 'second' })
      migrate(revision)
      const before = fileDigest(file.path)
      expect(await bed.code('flows.createFlow', create)).toBe('schema_unsupported')
      expect(fileDigest(file.path)).toBe(before)
      expect(await names()).toEqual(['first', 'second'])
    },
  )

  test('is judged anew: written again where the new revision is known', async () => {
    migrate(anotherRevision)
    expect(await bed.code('flows.createFlow', create)).toBe('schema_unsupported')
    expect(await bed.code('flows.createFlow', create)).toBe(null)
    expect(await bed.backend.sessionState()).toMatchObject({
      access: 'read_write',
      schema: { revision: anotherRevision },
    })
  })

  test('is judged anew: only read where the new revision is not known', async () => {
    migrate(unknownRevision)
    expect(await bed.code('flows.createFlow', create)).toBe('schema_unsupported')
    expect(await bed.code('flows.createFlow', create)).toBe('read_only')
    expect(await names()).toEqual(['first'])
    expect(await bed.backend.sessionState()).toMatchObject({
      access: 'read_only',
      schema: { revision: unknownRevision, known: false },
    })
  })

  test('is noticed without a command where somebody listens', async () => {
    bed.listen()
    await sleep(1000)
    migrate(unknownRevision)
    await expect
      .poll(async () => (await bed.backend.sessionState()).access, { timeout: 5000 })
      .toBe('read_only')
  })
})

describe('a session that is read-only by choice', () => {
  test('has no writer, and says why', async () => {
    const state = await bed.open(file.path, true)
    expect(state).toMatchObject({
      access: 'read_only',
      reason: 'Opened for reading only, by choice',
      error: null,
      schema: { revision: headRevision },
    })
    const before = fileDigest(file.path)
    for (const [operation, input] of [
      ['flows.createFlow', create],
      ['concurrencyLimits.filterConcurrencyLimitsForOrchestration', { tags: [] }],
    ] as const) {
      expect(await bed.ask(operation, input)).toMatchObject({
        ok: false,
        error: { code: 'read_only', message: 'Opened for reading only, by choice' },
      })
    }
    expect(await names()).toEqual(['first'])
    expect(bed.processes.all.filter(({ mode }) => mode === 'writer')).toEqual([])
    expect(fileDigest(file.path)).toBe(before)
  })
})

describe('opening another database', () => {
  test('leaves the one before, and moves everyone to the new one', async () => {
    bed.listen()
    const other = buildDatabase()
    onTestFinished(() => other.remove())
    other.add.flow({ name: 'of the other file' })
    const reply = await bed.ask('app.openDatabase', { path: other.path })
    expect(reply).toMatchObject({ ok: true, value: { path: other.path, access: 'read_write' } })
    expect(await names()).toEqual(['of the other file'])
    expect(bed.told).toContainEqual({ kind: 'changed', topics: null, by: 'sluice' })
    expect(bed.told.find((event) => event.kind === 'session')).toMatchObject({
      session: { path: other.path },
    })
    await expect.poll(() => bed.processes.living('reader').length).toBe(2)
  })

  test('that cannot be opened leaves none open', async () => {
    const path = `${file.path}.missing`
    expect(await bed.value('app.openDatabase', { path, readOnly: true })).toMatchObject({
      path,
      access: 'closed',
      error: { code: 'database_unavailable' },
    })
    expect(await bed.code('flows.readFlows', {})).toBe('database_unavailable')
  })
})
