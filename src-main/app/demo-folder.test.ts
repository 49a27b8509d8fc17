import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import type { DemoProgress } from '../../src-shared/contract/schemas/demo-progress.ts'
import { headRevision } from '../database/head-schema.ts'
import { TestProcesses } from '../testing/test-processes.ts'
import { DemoFolder } from './demo-folder.ts'

// Each writes demos of seconds, more on a machine that is busy.
vi.setConfig({ testTimeout: 90_000 })

let root: string
let processes: TestProcesses
/** Noon of a Friday, wherever the test runs. */
let now: number

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sluice-demo-'))
  processes = new TestProcesses(inject('workerFile'))
  now = new Date(2026, 10, 20, 12, 0).getTime()
})

afterEach(async () => {
  await processes.ended()
  rmSync(root, { recursive: true })
})

function demos(version = '1'): DemoFolder {
  return new DemoFolder({ folder: root, version, spawn: processes.spawn, now: () => now })
}

function names(): string[] {
  return existsSync(join(root, '1')) ? readdirSync(join(root, '1')).toSorted() : []
}

function task(onReport: (progress: DemoProgress, stop: () => void) => void = () => {}) {
  const controller = new AbortController()
  const report = (progress: unknown): void =>
    onReport(progress as DemoProgress, () => controller.abort())
  return { signal: controller.signal, report }
}

function touched(path: string, hoursAgo: number): string {
  const seconds = now / 1000 - hoursAgo * 3600
  writeFileSync(path, '')
  utimesSync(path, seconds, seconds)
  return path
}

test('a demo is written whole under the name of its day, part by part', async () => {
  const told: DemoProgress[] = []
  const path = await demos().write(task((progress) => told.push(progress)))
  expect(path).toBe(join(root, '1', 'prefect-demo-2026-11-20.db'))
  expect(names()).toEqual(['prefect-demo-2026-11-20.db'])
  const database = new BetterSqlite3(path, { readonly: true })
  expect(database.prepare('SELECT version_num FROM alembic_version').pluck().get()).toBe(
    headRevision,
  )
  expect(database.prepare('SELECT count(*) FROM flow_run').pluck().get()).toBe(5000)
  database.close()
  expect(told.length).toBeGreaterThan(50)
  expect(told.map(({ done }) => done)).toEqual(told.map((_, index) => index + 1))
  expect(told.at(-1)).toMatchObject({ done: told.length, total: told.length })
})

test('one of today is found again, by the same version alone', async () => {
  expect(await demos().newest()).toBe(null)
  const path = await demos().write(task())
  expect(await demos().newest()).toBe(path)
  expect(demos().holds(path)).toBe(true)
  expect(demos('2').holds(path)).toBe(true)
  expect(await demos('2').newest()).toBe(null)
  now += 24 * 3600 * 1000
  expect(await demos().newest()).toBe(null)
})

test('another one of the same day takes nobody’s place, and is the newest', async () => {
  await demos().write(task())
  const path = await demos().write(task())
  expect(path).toBe(join(root, '1', 'prefect-demo-2026-11-20-2.db'))
  expect(names()).toEqual(['prefect-demo-2026-11-20-2.db', 'prefect-demo-2026-11-20.db'])
  expect(await demos().newest()).toBe(path)
})

test('one that is stopped leaves nothing, and its process ends', async () => {
  const stopping = task(({ done }, stop) => {
    if (done === 10) stop()
  })
  await expect(demos().write(stopping)).rejects.toMatchObject({ code: 'cancelled' })
  await processes.ended()
  expect(names()).toEqual([])
  expect(await demos().newest()).toBe(null)
})

test('one that was stopped before it began starts no process', async () => {
  const stopped = task()
  const signal = AbortSignal.abort()
  await expect(demos().write({ ...stopped, signal })).rejects.toMatchObject({ code: 'cancelled' })
  expect(processes.all).toEqual([])
})

test('one whose process is killed leaves nothing, and says so', async () => {
  const killing = task(({ done }) => {
    if (done === 10) processes.all[0]?.kill()
  })
  await expect(demos().write(killing)).rejects.toMatchObject({
    code: 'database_unavailable',
    details: { fault: 'process_ended' },
  })
  expect(names()).toEqual([])
})

test('what a Sluice left that ended in the middle is never taken for a demo, and goes', async () => {
  await demos().write(task())
  rmSync(join(root, '1', 'prefect-demo-2026-11-20.db'))
  const [left, underWay] = [join(root, '1', 'a.part'), join(root, '1', 'b.part')]
  touched(left, 2)
  touched(underWay, 0.5)
  expect(await demos().newest()).toBe(null)
  await demos().write(task())
  expect([existsSync(left), existsSync(underWay)]).toEqual([false, true])
})

test('demos of other days go when they are old, the user’s own files stay', async () => {
  await demos('0').write(task())
  const old = touched(join(root, '0', 'prefect-demo-2026-11-16.db'), 90)
  const yesterday = touched(join(root, '0', 'prefect-demo-2026-11-19.db'), 20)
  const notes = touched(join(root, '0', 'notes.txt'), 900)
  await demos().write(task())
  expect([old, yesterday, notes].map((path) => existsSync(path))).toEqual([false, true, true])
})

test('a folder that cannot be written is said to be one', async () => {
  writeFileSync(join(root, '1'), 'a file is in the way')
  await expect(demos().write(task())).rejects.toMatchObject({
    code: 'database_unavailable',
    message: expect.stringContaining('cannot be written') as string,
  })
})
