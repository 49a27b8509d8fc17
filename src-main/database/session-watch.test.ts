import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import type { BackendEvent } from '../../src-shared/contract/events.ts'
import type { BackendBed } from '../testing/backend-bed.ts'
import type { DatabaseFile } from '../testing/build-database.ts'
import { onDatabase } from '../testing/on-database.ts'
import { watchInterval } from './change-watch.ts'

/** Each on a file of its own, opened. */
function watching(run: (bed: BackendBed, file: DatabaseFile) => Promise<void>): Promise<void> {
  return onDatabase(async (bed, file) => {
    await bed.open(file.path)
    await run(bed, file)
  })
}

/** Long enough for a change to be noticed, if there was one. */
async function looks(): Promise<void> {
  await sleep(2.5 * watchInterval)
}

function others({ told }: BackendBed): BackendEvent[] {
  return told.filter((event) => event.kind === 'changed' && event.by === 'other')
}

async function lastOtherCommit({ backend }: BackendBed): Promise<string | null> {
  return (await backend.sessionState()).lastOtherCommit
}

describe.concurrent('a commit of another connection', () => {
  test('is noticed by the reader, while nothing was written here', () =>
    watching(async (bed, file) => {
      bed.listen()
      await looks()
      expect(others(bed)).toEqual([])
      file.add.flow({ name: 'theirs' })
      await vi.waitUntil(() => others(bed).length === 1, { timeout: 5000 })
      expect(others(bed)).toEqual([{ kind: 'changed', topics: null, by: 'other' }])
      const seen = await lastOtherCommit(bed)
      expect(seen).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
      expect(bed.told.at(-1)).toMatchObject({
        kind: 'session',
        session: { lastOtherCommit: seen },
      })
    }))

  test('is noticed by the writer, and told apart from our own', () =>
    watching(async (bed, file) => {
      bed.listen()
      await bed.value('flows.createFlow', { name: 'ours' })
      await looks()
      bed.told.length = 0
      await bed.value('flows.createFlow', { name: 'ours too' })
      await bed.value('flows.updateFlow', { flow_id: '0'.repeat(32), flow: { tags: [] } })
      await looks()
      const own = { kind: 'changed', topics: ['flow'], by: 'sluice' }
      expect(bed.told).toEqual([own, own])
      expect(await lastOtherCommit(bed)).toBe(null)
      file.add.flow({ name: 'theirs' })
      await vi.waitUntil(() => others(bed).length === 1, { timeout: 5000 })
      expect(await lastOtherCommit(bed)).not.toBe(null)
    }))

  test('is not looked for while nobody listens', () =>
    watching(async (bed, file) => {
      file.add.flow({ name: 'theirs' })
      await looks()
      expect(await lastOtherCommit(bed)).toBe(null)
    }))

  test('is noticed after every reader was killed', () =>
    watching(async (bed, file) => {
      bed.listen()
      await looks()
      for (const reader of bed.processes.living('reader')) reader.kill()
      await looks()
      bed.told.length = 0
      file.add.flow({ name: 'theirs' })
      await vi.waitUntil(() => others(bed).length > 0, { timeout: 5000 })
      expect(others(bed)).toHaveLength(1)
    }))

  test('is not seen in our own first command, from which on the writer watches', () =>
    watching(async (bed) => {
      bed.listen()
      await looks()
      await bed.value('flows.createFlow', { name: 'ours' })
      await looks()
      expect(await lastOtherCommit(bed)).toBe(null)
    }))
})
