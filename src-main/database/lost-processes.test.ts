import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { backendBed, type BackendBed } from '../testing/backend-bed.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { addEndlessFlow, endless } from '../testing/endless-query.ts'

/** By then a call has left the queue and its statement runs, in milliseconds. */
const surelyRunning = 200

let file: DatabaseFile
let bed: BackendBed

beforeEach(async () => {
  file = buildDatabase()
  addEndlessFlow(file)
  bed = backendBed(inject('workerFile'))
  await bed.open(file.path)
})

afterEach(async () => {
  await bed.close()
  file.remove()
})

describe('a reader that is killed', () => {
  test('while it is idle is replaced for the next call', async () => {
    for (const reader of bed.processes.living('reader')) reader.kill()
    await expect.poll(() => bed.processes.living('reader').length).toBe(0)
    expect(await bed.value('flows.countFlows', {})).toBe(1)
    expect(await bed.value('flows.readFlowByName', { name: 'b' })).toBe(null)
  })

  test('in the middle of a call is replaced once, and the call tried again', async () => {
    const call = bed.ask('flows.readFlows', endless)
    await sleep(surelyRunning)
    const before = bed.processes.all.length
    bed.processes.living('reader')[0]?.kill()
    // The spare takes the call over, and another spare is started.
    await expect.poll(() => bed.processes.all.length).toBe(before + 1)
    await sleep(surelyRunning)
    bed.processes.living('reader')[0]?.kill()
    expect(await call).toMatchObject({ ok: false, error: { code: 'database_unavailable' } })
  })

  test('under a call that is short the second time lets nobody notice', async () => {
    const call = bed.ask('flows.readFlows', endless)
    await sleep(surelyRunning)
    file.run('UPDATE flow SET name = ?', 'b')
    bed.processes.living('reader')[0]?.kill()
    expect(await call).toMatchObject({ ok: true, value: [] })
  })
})

describe('a writer that is killed', () => {
  test('in the middle of a command is told, for nobody knows how far it came', async () => {
    await bed.value('flows.createFlow', { name: 'first' })
    file.run('BEGIN IMMEDIATE')
    const call = bed.ask('flows.createFlow', { name: 'second' })
    await sleep(surelyRunning)
    bed.processes.living('writer')[0]?.kill()
    expect(await call).toMatchObject({ ok: false, error: { code: 'database_unavailable' } })
    file.run('ROLLBACK')
    expect(await bed.value('flows.readFlowByName', { name: 'second' })).toBe(null)
    expect(await bed.value('flows.createFlow', { name: 'second' })).toMatchObject({
      name: 'second',
    })
    expect(bed.processes.all.filter(({ mode }) => mode === 'writer')).toHaveLength(2)
  })

  test('while it is idle is replaced for the next command', async () => {
    await bed.value('flows.createFlow', { name: 'first' })
    bed.processes.living('writer')[0]?.kill()
    await expect.poll(() => bed.processes.living('writer')).toEqual([])
    expect(await bed.code('flows.createFlow', { name: 'second' })).toBe(null)
  })
})

test('a session that is closed ends every process, in the middle of a statement too', async () => {
  await bed.value('flows.createFlow', { name: 'first' })
  const call = bed.ask('flows.readFlows', endless)
  await sleep(surelyRunning)
  bed.backend.close()
  expect(await call).toMatchObject({ ok: false, error: { code: 'database_unavailable' } })
  await bed.processes.ended()
  expect(bed.processes.all).toHaveLength(3)
})
