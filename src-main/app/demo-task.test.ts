import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import type { SessionState } from '../../src-shared/contract/schemas/session-state.ts'
import { backendBed, type BackendBed } from '../testing/backend-bed.ts'
import { buildDatabase } from '../testing/build-database.ts'

/** On a machine that is busy, in milliseconds. */
const soon = { timeout: 15_000 }
const patience = 90_000

let bed: BackendBed

beforeEach(() => {
  bed = backendBed(inject('workerFile'))
  bed.listen()
})

afterEach(() => bed.close())

async function session(): Promise<SessionState> {
  return (await bed.value('app.session', {})) as SessionState
}

function progressOf(callId: string): unknown[] {
  return bed.told.filter((event) => event.kind === 'progress' && event.callId === callId)
}

test(
  'the demo is written, opened, kept out of the recent ones, and taken again',
  async () => {
    const callId = randomUUID()
    const reply = await bed.ask('app.openDemo', {}, { callId })
    expect(reply).toMatchObject({ ok: true, value: { access: 'read_write', demoCall: null } })
    const { path } = await session()
    expect(path?.startsWith(join(bed.folder, 'demo', '0'))).toBe(true)
    expect(progressOf(callId).length).toBeGreaterThan(50)
    expect(await bed.value('flows.countFlows', {})).toBeGreaterThan(25)
    expect(await bed.value('app.recentDatabases', {})).toEqual([])

    const again = randomUUID()
    await bed.ask('app.openDemo', { readOnly: true }, { callId: again })
    expect(await session()).toMatchObject({ path, access: 'read_only' })
    expect(progressOf(again)).toEqual([])

    await bed.ask('app.openDemo', { anew: true })
    expect((await session()).path).not.toBe(path)
  },
  patience,
)

test('while it is written everyone can follow and stop it, and what was open stays open', async () => {
  const file = buildDatabase()
  await bed.open(file.path)
  const callId = randomUUID()
  const reply = bed.ask('app.openDemo', {}, { callId })
  await expect.poll(() => progressOf(callId).length, soon).toBeGreaterThan(0)
  expect(await session()).toMatchObject({ path: file.path, demoCall: callId })
  expect(await bed.code('app.openDemo', {})).toBe('conflict')
  expect(bed.stop(callId)).toBe(true)
  expect(await reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await session()).toMatchObject({
    path: file.path,
    access: 'read_write',
    demoCall: null,
  })
  bed.backend.close()
  await bed.processes.ended()
  file.remove()
})

test('a host opens it by itself, and ends it with itself', async () => {
  bed.backend.openDemo(true)
  await expect.poll(async () => (await session()).demoCall, soon).not.toBe(null)
  await bed.backend.finish()
  await bed.processes.ended()
  expect(bed.backend.state).toMatchObject({ path: null, demoCall: null })
})

test('leaving a database leaves none open, and everyone is told', async () => {
  const file = buildDatabase()
  await bed.open(file.path)
  bed.told.length = 0
  const nothing = { path: null, access: 'closed', error: { details: { fault: 'nothing_open' } } }
  expect(await bed.value('app.closeDatabase', {})).toMatchObject(nothing)
  expect(bed.told.find(({ kind }) => kind === 'session')).toMatchObject({ session: nothing })
  expect(await bed.ask('flows.readFlows', {})).toMatchObject({
    ok: false,
    error: { code: 'database_unavailable', message: 'No database is open' },
  })
  await bed.processes.ended()
  file.remove()
})
