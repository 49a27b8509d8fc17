import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { BackendEvent } from '../../src-shared/contract/events.ts'
import { buildDatabase } from '../../src-main/testing/build-database.ts'
import { wireBed, type WireBed } from './wire-bed.ts'

let bed: WireBed

beforeEach(async () => {
  bed = await wireBed()
})

afterEach(() => bed.close())

/** Leaves out what Sluice changes of its own accord: its settings, its session. */
function isChangeBy(by: 'sluice' | 'other'): (event: BackendEvent) => boolean {
  const own = new Set<string | undefined>(['session', 'settings'])
  return (event) => event.kind === 'changed' && event.by === by && !own.has(event.topics?.[0])
}

/** Longer than the watch needs to notice a commit. */
async function twoLooks(): Promise<void> {
  await sleep(1200)
}

test('every listener hears of a command, by its topics, whether it succeeded or not', async () => {
  await bed.call('app.session', {})
  const streams = [await bed.events(), await bed.events()]
  const { id } = await bed.call('concurrencyLimitsV2.createConcurrencyLimit', {
    name: 'database',
    limit: 1,
  })
  const conflict = { name: 'database', limit: 1 }
  const refused = await bed.ask('concurrencyLimitsV2.createConcurrencyLimit', conflict)
  expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } })
  await bed.call('concurrencyLimitsV2.deleteConcurrencyLimit', { concurrency_limit_id: id })
  const changed = (...topics: string[]): object => ({ kind: 'changed', topics, by: 'sluice' })
  for (const stream of streams) {
    await expect
      .poll(() => stream.events.filter(isChangeBy('sluice')))
      .toEqual([
        changed('concurrency_limit_v2'),
        changed('concurrency_limit_v2'),
        changed('concurrency_limit_v2', 'deployment'),
      ])
    await stream.close()
  }
})

test('a commit of another process is heard of, and ours are not taken for one', async () => {
  const stream = await bed.events()
  await bed.call('flows.createFlow', { name: 'ours' })
  await twoLooks()
  const before = stream.events.filter(isChangeBy('other')).length
  await bed.call('flows.createFlow', { name: 'ours too' })
  await twoLooks()
  expect(stream.events.filter(isChangeBy('other'))).toHaveLength(before)
  expect((await bed.call('app.session', {})).lastOtherCommit).toBe(null)
  bed.file.add.flow({ name: 'theirs' })
  const told = await stream.next(
    (event) => event.kind === 'session' && event.session.lastOtherCommit !== null,
  )
  expect(told).toMatchObject({ kind: 'session', session: { path: bed.file.path } })
  expect(stream.events.filter(isChangeBy('other')).at(-1)).toEqual({
    kind: 'changed',
    topics: null,
    by: 'other',
  })
  await stream.close()
})

test('another database moves every listener', async () => {
  const other = buildDatabase()
  onTestFinished(() => other.remove())
  other.add.flow({ name: 'of the other file' })
  const stream = await bed.events()
  await bed.call('app.openDatabase', { path: other.path, readOnly: true })
  const told = await stream.next(
    (event) => event.kind === 'session' && event.session.path === other.path,
  )
  expect(told).toMatchObject({ session: { access: 'read_only', error: null } })
  expect(stream.events).toContainEqual({ kind: 'changed', topics: null, by: 'sluice' })
  expect(await bed.call('flows.readFlows', {})).toMatchObject([{ name: 'of the other file' }])
  await stream.close()
})
