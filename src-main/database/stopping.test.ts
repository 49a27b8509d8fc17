import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { backendBed, type BackendBed } from '../testing/backend-bed.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { addEndlessFlow, endless } from '../testing/endless-query.ts'

/** What the design promises to a caller that stops a statement, in milliseconds. */
const stoppedWithin = 50

/** By then a call has left the queue and its statement runs, in milliseconds. */
const surelyRunning = 200

let file: DatabaseFile
let bed: BackendBed

beforeAll(async () => {
  file = buildDatabase()
  addEndlessFlow(file)
  file.add.flow({ name: 'short' })
  bed = backendBed(inject('workerFile'))
  await bed.open(file.path)
})

afterAll(async () => {
  await bed.close()
  file.remove()
})

const short = { flows: { name: { any_: ['short'] } } }

/** Stops a running statement, and says after how many milliseconds its caller was free. */
async function timeOfStop(operation: string): Promise<number> {
  const callId = randomUUID()
  const call = bed.ask(operation, endless, { callId })
  await sleep(surelyRunning)
  const began = performance.now()
  expect(bed.stop(callId)).toBe(true)
  const reply = await call
  expect(reply).toEqual({ ok: false, error: { code: 'cancelled', message: 'Stopped' } })
  return performance.now() - began
}

describe('a statement of minutes', () => {
  test.each(['flows.readFlows', 'flows.countFlows'])(
    'is stopped, and its caller free at once: %s',
    async (operation) => {
      // The best of three: this machine may have something else to do.
      const times = [await timeOfStop(operation)]
      while (Math.min(...times) > stoppedWithin && times.length < 3) {
        times.push(await timeOfStop(operation))
      }
      expect(Math.min(...times)).toBeLessThan(stoppedWithin)
      expect(await bed.code(operation, short)).toBe(null)
    },
  )

  test('is stopped again and again', async () => {
    for (let time = 0; time < 3; time += 1) {
      const callId = randomUUID()
      const call = bed.ask('flows.readFlows', endless, { callId })
      await sleep(time * 20)
      bed.stop(callId)
      expect(await call).toMatchObject({ error: { code: 'cancelled' } })
    }
    expect(await bed.value('flows.readFlows', short)).toMatchObject([{ name: 'short' }])
  })

  test('leaves no process behind', async () => {
    await expect.poll(() => bed.processes.living('reader').length).toBe(3)
  })

  test('holds up neither the other reader nor the writer', async () => {
    const callId = randomUUID()
    const call = bed.ask('flows.readFlows', endless, { callId })
    await sleep(surelyRunning)
    expect(await bed.value('flows.countFlows', short)).toBe(1)
    expect(await bed.value('flows.createFlow', { name: 'meanwhile' })).toMatchObject({
      name: 'meanwhile',
    })
    bed.stop(callId)
    await call
  })
})

describe('a call behind it', () => {
  test('is done when the one before was stopped', async () => {
    const callId = randomUUID()
    const first = bed.ask('flows.readFlows', endless, { callId })
    const second = bed.ask('flows.readFlows', short)
    await sleep(surelyRunning)
    bed.stop(callId)
    expect(await first).toMatchObject({ error: { code: 'cancelled' } })
    expect(await second).toMatchObject({ ok: true, value: [{ name: 'short' }] })
  })

  test('is stopped while it waits, and the one before goes on', async () => {
    const [running, waiting] = [randomUUID(), randomUUID()]
    const first = bed.ask('flows.readFlows', endless, { callId: running })
    await sleep(surelyRunning)
    const readers = bed.processes.living('reader')
    const second = bed.ask('flows.readFlows', short, { callId: waiting })
    expect(bed.stop(waiting)).toBe(true)
    expect(await second).toMatchObject({ error: { code: 'cancelled' } })
    expect(bed.processes.living('reader')).toEqual(readers)
    bed.stop(running)
    await first
  })
})
