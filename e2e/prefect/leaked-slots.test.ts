import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finished, preparePrefect, startPython } from '../../tools/prefect/environment.ts'
import type { PrefectEnvironment } from '../../tools/prefect/environment.ts'
import { startPrefectServer } from '../../tools/prefect/server.ts'
import type { PrefectServer } from '../../tools/prefect/server.ts'
import { chromiumSwitches, findChromium } from '../fixtures/find-chromium.ts'
import { startSluice } from '../fixtures/sluice-server.ts'
import type { SluiceServer } from '../fixtures/sluice-server.ts'
import { until } from '../fixtures/until.ts'

const limitName = 'tag:gpu'
/** A client that is refused a slot asks again within 10 s. */
const secondsOfProof = 15

interface Run {
  readonly name: string
  readonly state_name: string | null
}

let home: string
let gate: string
let prefect: PrefectEnvironment
let server: PrefectServer
let sluice: SluiceServer
const scripts: ChildProcess[] = []

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-slots-'))
  gate = join(home, 'open')
  prefect = await preparePrefect()
  server = await startPrefectServer(prefect, { home })
  sluice = await startSluice({ database: join(home, 'prefect.db') })
})

afterAll(async () => {
  for (const script of scripts) script.kill('SIGKILL')
  await sluice?.stop()
  await server?.stop()
  await rm(home, { recursive: true })
})

/** Starts a flow of so many tasks, each of which holds a slot while the gate is shut. */
function startFlow(name: string, tasks: number): { ended: Promise<string> } {
  const script = join(import.meta.dirname, 'flows/limited.py')
  const environment = { PREFECT_API_URL: server.url }
  const child = startPython(prefect, [script, name, gate, String(tasks)], { home, environment })
  scripts.push(child)
  const ended = finished(child, name)
  // It is awaited later; until then its failure is no surprise.
  ended.catch(() => {})
  return { ended }
}

async function states(kind: 'flow_runs' | 'task_runs', flow: string): Promise<(string | null)[]> {
  const flows = { name: { any_: [flow] } }
  const { body } = await server.request('POST', `/${kind}/filter`, { flows })
  return (body as Run[]).map((run) => run.state_name)
}

async function slots(): Promise<number | undefined> {
  const key = { name: limitName }
  return (await sluice.call('concurrencyLimitsV2.readConcurrencyLimit', key))?.active_slots
}

function all(found: readonly (string | null)[], count: number, state: string): boolean {
  return found.length === count && found.every((name) => name === state)
}

test('a limit of two is full while two tasks run', async () => {
  const limit = { tag: 'gpu', concurrency_limit: 2 }
  expect(await server.request('POST', '/concurrency_limits/', limit)).toMatchObject({ status: 201 })
  startFlow('first', 2)
  await until('both tasks run', 60, async () =>
    all(await states('task_runs', 'first'), 2, 'Running'),
  )
  expect(await slots()).toBe(2)
})

test('the server is restarted, both tasks end Completed, and the slots stay taken', async () => {
  const { port } = server
  await server.stop()
  server = await startPrefectServer(prefect, { home, port })
  await writeFile(gate, '')
  await until('the flow has ended', 60, async () =>
    all(await states('flow_runs', 'first'), 1, 'Completed'),
  )
  await until('both tasks are Completed', 60, async () =>
    all(await states('task_runs', 'first'), 2, 'Completed'),
  )
  expect(await slots()).toBe(2)
  // Prefect itself shows nobody in it.
  const { body } = await server.request('GET', '/concurrency_limits/tag/gpu')
  expect(body).toMatchObject({ concurrency_limit: 2, active_slots: [] })
})

test("a further run hangs, and Prefect's own reset changes nothing", async () => {
  const { ended } = startFlow('second', 1)
  await until('the task waits for a slot', 60, async () =>
    all(await states('task_runs', 'second'), 1, 'Pending'),
  )
  const reset = await server.request('POST', '/concurrency_limits/tag/gpu/reset', {})
  expect(reset.status).toBe(200)
  expect(await slots()).toBe(2)
  const acquire = { names: [limitName], slots: 1, mode: 'concurrency' }
  const refused = await server.request('POST', '/v2/concurrency_limits/increment', acquire)
  expect(refused.status).toBe(423)
  const first = await Promise.race([ended, sleep(secondsOfProof * 1000, 'still waiting')])
  expect(first).toBe('still waiting')
  expect(await states('task_runs', 'second')).toEqual(['Pending'])
  expect(await states('flow_runs', 'second')).toEqual(['Running'])
  expect(await slots()).toBe(2)
})

test('on the screen the limit is found, the dialog read, and the slots are freed', async () => {
  const before = await sluice.call('concurrencyLimitsV2.readConcurrencyLimit', { name: limitName })
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches })
  try {
    const page = await browser.newPage()
    await page.goto(`${sluice.url}/?token=${sluice.token}`)
    await page.getByRole('link', { name: 'Limits' }).click()
    const row = page.getByRole('row', { name: /^gpu,/ })
    await row.getByText('2 of 2').waitFor()
    await row.getByRole('button', { name: 'Reset gpu' }).click()
    const dialog = page.getByRole('dialog', { name: 'Free 2 slots of gpu?' })
    // The proof that it leaked: whatever was taken was given back, and the counter is full.
    await dialog.getByText('2 taken, 2 given back').first().waitFor()
    await dialog.getByRole('button', { name: 'Free 2 slots' }).click()
    await page.getByText('Freed 2 slots of gpu').waitFor()
    // Without a reload, and whoever holds a slot by then: the run that waited takes one.
    await row.getByText(/[01] of 2/).waitFor()
  } finally {
    await browser.close()
  }
  const after = await sluice.call('concurrencyLimitsV2.readConcurrencyLimit', { name: limitName })
  expect(after).toMatchObject({ id: before?.id, created: before?.created, limit: 2, active: true })
})

test('the hanging run goes on and completes', async () => {
  await until('the hanging run completes', 60, async () =>
    all(await states('flow_runs', 'second'), 1, 'Completed'),
  )
  await until('its task is Completed', 60, async () =>
    all(await states('task_runs', 'second'), 1, 'Completed'),
  )
  expect(await slots()).toBe(0)
})
