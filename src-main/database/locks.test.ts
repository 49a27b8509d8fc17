import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import type { BackendBed } from '../testing/backend-bed.ts'
import { onDatabase } from '../testing/on-database.ts'
import { busyTimeout } from './connection.ts'

const create = { name: 'made' }

describe.concurrent('a write lock that another connection holds', () => {
  test('lets reads go on, and makes a command wait for two seconds and then say so', () =>
    onDatabase(async (bed, file) => {
      await bed.open(file.path)
      file.run('BEGIN IMMEDIATE')
      file.run('UPDATE flow SET tags = ?', '["theirs"]')
      const began = performance.now()
      const command = bed.ask('flows.createFlow', create)
      expect(await bed.value('flows.countFlows', {})).toBe(1)
      expect(await bed.value('flows.readFlows', {})).toMatchObject([{ tags: [] }])
      expect(await command).toMatchObject({ ok: false, error: { code: 'database_busy' } })
      expect(performance.now() - began).toBeGreaterThan(0.9 * busyTimeout)
      file.run('COMMIT')
      expect(await bed.value('flows.readFlows', {})).toMatchObject([{ tags: ['theirs'] }])
      expect(await bed.value('flows.createFlow', create)).toMatchObject(create)
    }))

  test('that is given back in time is waited for', () =>
    onDatabase(async (bed, file) => {
      await bed.open(file.path)
      file.run('BEGIN IMMEDIATE')
      const command = bed.ask('flows.createFlow', create)
      expect(await bed.value('flows.countFlows', {})).toBe(1)
      file.run('COMMIT')
      expect(await command).toMatchObject({ ok: true })
    }))
})

/** Another connection that can lock the file as a whole, reads included. */
async function lockable(
  run: (bed: BackendBed, path: string, other: BetterSqlite3.Database) => Promise<void>,
): Promise<void> {
  await onDatabase(async (bed, file) => {
    file.bytes()
    const other = new BetterSqlite3(file.path)
    other.pragma('journal_mode = DELETE')
    try {
      await run(bed, file.path, other)
    } finally {
      other.close()
    }
  })
}

describe.concurrent('a file that another connection has locked as a whole', () => {
  test('is busy, and opened when the lock is gone', () =>
    lockable(async (bed, path, other) => {
      other.exec('BEGIN EXCLUSIVE')
      expect(await bed.open(path)).toMatchObject({
        access: 'closed',
        error: { code: 'database_busy' },
      })
      other.exec('COMMIT')
      await vi.waitUntil(async () => (await bed.code('flows.readFlows', {})) === null, {
        timeout: 5000,
      })
      expect(await bed.backend.sessionState()).toMatchObject({ access: 'read_write', error: null })
    }))

  test('makes no process useless that could not open it meanwhile', () =>
    lockable(async (bed, path, other) => {
      await bed.open(path)
      expect(await bed.value('flows.readFlows', {})).toHaveLength(1)
      other.exec('BEGIN EXCLUSIVE')
      const [command, count] = await Promise.all([
        bed.code('flows.createFlow', create),
        bed.code('flows.countFlows', {}),
      ])
      expect([command, count]).toEqual(['database_busy', 'database_busy'])
      other.exec('COMMIT')
      expect(await bed.code('flows.createFlow', create)).toBe(null)
      expect(await bed.value('flows.countFlows', {})).toBe(2)
    }))
})
