import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preparePrefect, runPython } from '../../tools/prefect/environment.ts'
import type { PrefectEnvironment } from '../../tools/prefect/environment.ts'
import { startPrefectServer } from '../../tools/prefect/server.ts'
import type { PrefectServer } from '../../tools/prefect/server.ts'
import { startSluice } from '../fixtures/sluice-server.ts'
import type { SluiceServer } from '../fixtures/sluice-server.ts'
import { until } from '../fixtures/until.ts'

const taskRunId = '0d1f0c6e-5b7c-4a0f-9d55-1c39a7b0c001'

let home: string
let prefect: PrefectEnvironment
let server: PrefectServer
let sluice: SluiceServer

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-beside-'))
  prefect = await preparePrefect()
  server = await startPrefectServer(prefect, { home })
  sluice = await startSluice({ database: join(home, 'prefect.db') })
})

afterAll(async () => {
  await sluice?.stop()
  await server?.stop()
  await rm(home, { recursive: true })
})

/** What the server says of a path: the body, or the status where it is no success. */
async function read(path: string): Promise<unknown> {
  const { status, body } = await server.request('GET', path)
  return status === 200 ? body : status
}

async function make(path: string, body: object): Promise<string> {
  const made = await server.request('POST', path, body)
  expect(made.status, JSON.stringify(made.body)).toBeLessThan(300)
  return (made.body as { id: string }).id
}

describe('flows', () => {
  test('the server reads what Sluice makes and changes', async () => {
    const flow = await sluice.call('flows.createFlow', {
      name: 'made by Sluice: ü, 🚀',
      tags: ['b', 'a', 'ü'],
      labels: { team: 'ml', level: 3, share: 0.5, live: true },
    })
    expect(await read(`/flows/${flow.id}`)).toEqual(flow)
    const tags = ['new', "it's", 'quote"d']
    const update = { flow_id: flow.id.toUpperCase(), flow: { tags } }
    expect(await sluice.call('flows.updateFlow', update)).toBe(true)
    expect(await read(`/flows/${flow.id}`)).toMatchObject({ tags, labels: flow.labels })
    const byTag = { flows: { tags: { all_: ['quote"d'] } } }
    const found = await server.request('POST', '/flows/filter', byTag)
    expect(found.body).toMatchObject([{ id: flow.id }])
    // The server takes Sluice's flow for the one of that name.
    expect(await make('/flows/', { name: flow.name })).toBe(flow.id)
  })

  test('Sluice reads what the server makes, and does not make it again', async () => {
    const flow = { name: 'made by the server', tags: ['x'], labels: { a: 1 } }
    const id = await make('/flows/', flow)
    expect(await sluice.call('flows.readFlow', { flow_id: id })).toMatchObject(flow)
    const again = await sluice.call('flows.createFlow', { name: flow.name, tags: ['y'] })
    expect(again).toMatchObject({ id, ...flow })
    expect(await sluice.call('flows.readFlowLabels', { flow_id: id })).toEqual({ a: 1 })
  })

  test('what Sluice deletes is gone for the server, with all that belongs to it', async () => {
    const names = ['one', 'two', 'three', 'kept']
    const made = []
    for (const name of names) {
      const flowId = await make('/flows/', { name })
      const deployment = await make('/deployments/', { name: 'd', flow_id: flowId })
      const run = await make(`/deployments/${deployment}/create_flow_run`, {})
      const task = { flow_run_id: run, task_key: 't', dynamic_key: '0' }
      const taskRun = await make('/task_runs/', { ...task, state: { type: 'RUNNING' } })
      const paths = [`/flows/${flowId}`, `/deployments/${deployment}`]
      paths.push(`/flow_runs/${run}`, `/task_runs/${taskRun}`)
      made.push({ flowId, paths })
    }
    const [one, two, three, kept] = made.map(({ flowId }) => flowId) as [string, ...string[]]
    expect(await sluice.call('flows.deleteFlow', { flow_id: one })).toBe(true)
    expect(await sluice.call('flows.deleteFlow', { flow_id: one })).toBe(false)
    const ids = { flow_ids: [three, one, two] as string[] }
    const deleted = await sluice.call('flows.deleteFlows', ids)
    expect(deleted.toSorted()).toEqual([two, three].toSorted())
    for (const { flowId, paths } of made) {
      for (const path of paths) {
        if (flowId === kept) expect(await read(path), path).toBeTypeOf('object')
        else expect(await read(path), path).toBe(404)
      }
    }
  })
})

describe('limits', () => {
  test('the server shows, beside its own, the old tag limits that Sluice makes', async () => {
    const create = (limit: number) =>
      sluice.call('concurrencyLimits.createConcurrencyLimit', {
        tag: 'old',
        concurrency_limit: limit,
      })
    const limit = await create(3)
    expect(await read('/concurrency_limits/tag/old')).toEqual(limit)
    expect(await read(`/concurrency_limits/${limit.id}`)).toEqual(limit)
    expect(await create(5)).toMatchObject({ id: limit.id, concurrency_limit: 5 })
    expect(await read('/concurrency_limits/tag/old')).toMatchObject({ concurrency_limit: 5 })
    const reset = { tag: 'old', slot_override: [taskRunId.toUpperCase()] }
    await sluice.call('concurrencyLimits.resetConcurrencyLimitByTag', reset)
    const shown = await read('/concurrency_limits/tag/old')
    expect(shown).toMatchObject({ active_slots: [taskRunId] })
    const listed = await server.request('POST', '/concurrency_limits/filter', {})
    expect(listed.body).toMatchObject([{ tag: 'old' }])
    await sluice.call('concurrencyLimits.resetConcurrencyLimitByTag', { tag: 'old' })
    expect(await read('/concurrency_limits/tag/old')).toMatchObject({ active_slots: [] })
    const byTag = { tag: 'old' }
    expect(await sluice.call('concurrencyLimits.deleteConcurrencyLimitByTag', byTag)).toBe(true)
    expect(await read('/concurrency_limits/tag/old')).toBe(404)
  })

  test('the server enforces the limits that Sluice makes, changes, resets and deletes', async () => {
    const limit = await sluice.call('concurrencyLimitsV2.createConcurrencyLimit', {
      name: 'tag:new',
      limit: 1,
    })
    const path = `/v2/concurrency_limits/${limit.id}`
    expect(await read(path)).toMatchObject({ name: 'tag:new', limit: 1, active_slots: 0 })
    expect(await read('/concurrency_limits/tag/new')).toMatchObject({ concurrency_limit: 1 })
    const acquire = async () => {
      const body = { names: ['tag:new'], slots: 1, mode: 'concurrency' }
      return (await server.request('POST', '/v2/concurrency_limits/increment', body)).status
    }
    expect([await acquire(), await acquire()]).toEqual([200, 423])
    const key = { name: 'tag:new' }
    expect(await sluice.call('concurrencyLimitsV2.readConcurrencyLimit', key)).toMatchObject({
      active_slots: 1,
    })
    const update = { ...key, concurrency_limit: { limit: 2 } }
    expect(await sluice.call('concurrencyLimitsV2.updateConcurrencyLimit', update)).toBe(true)
    expect([await acquire(), await acquire()]).toEqual([200, 423])
    await sluice.call('concurrencyLimitsV2.resetConcurrencyLimit', key)
    expect(await read(path)).toMatchObject({ limit: 2, active_slots: 0 })
    expect(await acquire()).toBe(200)
    const again = await sluice.ask('concurrencyLimitsV2.createConcurrencyLimit', {
      ...key,
      limit: 9,
    })
    expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await sluice.call('concurrencyLimitsV2.deleteConcurrencyLimit', key)).toBe(true)
    expect(await read(path)).toBe(404)
    // Nothing limits that tag any more.
    expect(await acquire()).toBe(200)
  })
})

test('runs complete while Sluice writes, under limits that Sluice made', async () => {
  const names = ['tag:lab', 'desk']
  for (const name of names) {
    await sluice.call('concurrencyLimitsV2.createConcurrencyLimit', { name, limit: 1 })
  }
  const script = join(import.meta.dirname, 'flows/working.py')
  const environment = { PREFECT_API_URL: server.url }
  let running = true
  const run = runPython(prefect, [script], { home, environment }).finally(() => (running = false))
  let writes = 0
  while (running) {
    const flow = await sluice.call('flows.createFlow', { name: `beside ${writes}` })
    const tags = [`write ${writes}`]
    await sluice.call('flows.updateFlow', { flow_id: flow.id, flow: { tags } })
    if (writes % 2 === 0) await sluice.call('flows.deleteFlow', { flow_id: flow.id })
    writes += 1
    // Without any pause, hundreds of commits a second would leave the server no turn.
    await sleep(25)
  }
  await run
  expect(writes).toBeGreaterThan(10)
  const completed = { flow_runs: { state: { type: { any_: ['COMPLETED' as const] } } } }
  const flows = await sluice.call('flows.readFlows', completed)
  expect(flows.map(({ name }) => name)).toEqual(['working'])
  for (const name of names) {
    await until(`nobody holds ${name}`, 30, async () => {
      const limit = await sluice.call('concurrencyLimitsV2.readConcurrencyLimit', { name })
      return limit?.active_slots === 0
    })
  }
})
