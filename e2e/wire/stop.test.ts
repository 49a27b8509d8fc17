import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addEndlessFlow, endless } from '../../src-main/testing/endless-query.ts'
import { runningChildren } from '../fixtures/child-processes.ts'
import { until } from '../fixtures/until.ts'
import { wireBed, type WireBed } from './wire-bed.ts'

/** What is promised to a caller that stops a statement, in milliseconds. */
const stoppedWithin = 50

/** By then a call has left the queue and its statement runs, in milliseconds. */
const surelyRunning = 300

let bed: WireBed

beforeAll(async () => {
  bed = await wireBed({
    fill: (file) => {
      addEndlessFlow(file)
      file.add.flow({ name: 'short' })
    },
  })
})

afterAll(() => bed.close())

const short = { flows: { name: { any_: ['short'] } } }

async function stop(callId: string): Promise<unknown> {
  const answer = await bed.request({ method: 'POST', path: `/stop/${callId}` })
  expect(answer.status).toBe(200)
  return (JSON.parse(answer.text) as { value: unknown }).value
}

/** Stops a running statement, and says after how many milliseconds its caller was free. */
async function timeOfStop(operation: string): Promise<number> {
  const callId = randomUUID()
  const call = bed.operation(operation, endless, callId)
  await sleep(surelyRunning)
  const began = performance.now()
  expect(await stop(callId)).toBe(true)
  const answer = await call
  const took = performance.now() - began
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  return took
}

describe('a statement of minutes', () => {
  test.each(['flows.readFlows', 'flows.countFlows'] as const)(
    'is stopped by its call id, and its caller free at once: %s',
    async (operation) => {
      // The best of three: this machine may have something else to do.
      const times = [await timeOfStop(operation)]
      while (Math.min(...times) > stoppedWithin && times.length < 3) {
        times.push(await timeOfStop(operation))
      }
      expect(Math.min(...times)).toBeLessThan(stoppedWithin)
      expect(await bed.ask(operation, short)).toMatchObject({ ok: true })
    },
  )

  test('is stopped by a client that closes its request', async () => {
    const leave = new AbortController()
    const call = fetch(`${bed.url}/operations/flows.readFlows`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bed.token}` },
      body: JSON.stringify(endless),
      signal: leave.signal,
    })
    await sleep(surelyRunning)
    const before = new Set(runningChildren(bed.child.pid ?? 0))
    leave.abort()
    await expect(call).rejects.toThrow('abort')
    // Its reader is gone, and the next call has one: it would wait for minutes behind it.
    expect(await bed.call('flows.readFlows', short)).toMatchObject([{ name: 'short' }])
    await until('another reader has taken its place', 10, () =>
      runningChildren(bed.child.pid ?? 0).some((pid) => !before.has(pid)),
    )
  })

  test('in the queue behind another is stopped without it', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    const running = bed.operation('flows.readFlows', endless, first)
    await sleep(surelyRunning)
    const waiting = bed.operation('flows.readFlows', short, second)
    await until('it waits', 10, () => stop(second))
    expect(JSON.parse((await waiting).text)).toMatchObject({ error: { code: 'cancelled' } })
    expect(await stop(first)).toBe(true)
    await running
  })
})

test('a call id that is not under way stops nothing', async () => {
  expect(await stop(randomUUID())).toBe(false)
  expect(await stop('anything')).toBe(false)
})

test('a call id that is under way is a conflict', async () => {
  const callId = randomUUID()
  const running = bed.operation('flows.readFlows', endless, callId)
  await sleep(surelyRunning)
  const second = await bed.operation('flows.countFlows', short, callId)
  expect(JSON.parse(second.text)).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await stop(callId)).toBe(true)
  await running
})
