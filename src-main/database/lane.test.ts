import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { TestProcesses } from '../testing/test-processes.ts'
import { DatabaseProcess } from './database-process.ts'
import { Lane } from './lane.ts'

let file: DatabaseFile
let processes: TestProcesses
let reader: Lane
let writer: Lane

beforeEach(() => {
  file = buildDatabase()
  processes = new TestProcesses(inject('testWorkerFile'))
  reader = laneOf('reader')
  writer = laneOf('writer')
})

afterEach(async () => {
  reader.close()
  writer.close()
  await processes.ended()
  file.remove()
})

function laneOf(mode: 'reader' | 'writer'): Lane {
  return new Lane({
    start: () => new DatabaseProcess(processes.spawn, { path: file.path, mode }),
    killable: mode === 'reader',
  })
}

interface Asked {
  answer: Promise<string>
  progress: unknown[]
  stop(): void
}

/** Calls, and gives the error's code in the place of an answer. */
function ask(lane: Lane, operation: string, input: unknown): Asked {
  const controller = new AbortController()
  const progress: unknown[] = []
  const answer = lane
    .run({
      operation: `things.${operation}`,
      input,
      signal: controller.signal,
      onProgress: (each) => progress.push(each),
    })
    .catch((error: unknown) => (error as { code?: string }).code ?? (error as Error).name)
  return { answer, progress, stop: () => controller.abort() }
}

function answered(value: unknown): string {
  return JSON.stringify({ ok: true, value })
}

describe('a queue', () => {
  test('does one call after another, in the order they came', async () => {
    const done: string[] = []
    const calls = ['a', 'b', 'c'].map((name) =>
      ask(reader, 'readThing', { name }).answer.then(() => done.push(name)),
    )
    await Promise.all(calls)
    expect(done).toEqual(['a', 'b', 'c'])
    expect(processes.all).toHaveLength(1)
  })

  test('goes on after a call that failed', async () => {
    const calls = ['conflict', 'bug', 'wrong', 'a'].map((name) =>
      ask(reader, 'readThing', { name }),
    )
    const answers = await Promise.all(calls.map(({ answer }) => answer))
    expect(answers).toEqual(['conflict', 'ProcessBug', 'ProcessBug', answered({ name: 'a' })])
    expect(processes.all).toHaveLength(1)
  })
})

describe('a call that is stopped', () => {
  test('before it came is not begun', async () => {
    const signal = AbortSignal.abort()
    const call = reader.run({ operation: 'things.readThing', input: { name: 'a' }, signal })
    await expect(call).rejects.toMatchObject({ code: 'cancelled' })
    expect(processes.all).toEqual([])
  })

  test('while it waits, or while its process starts, is not begun; the process is kept', async () => {
    const [starting, waiting, last] = ['endless', 'endless', 'a'].map((name) =>
      ask(reader, 'readThing', { name }),
    )
    waiting?.stop()
    expect(await waiting?.answer).toBe('cancelled')
    starting?.stop()
    expect(await starting?.answer).toBe('cancelled')
    expect(await last?.answer).toBe(answered({ name: 'a' }))
    expect(processes.all).toHaveLength(1)
  })

  test('while a reader runs it costs the reader, and the next call gets another', async () => {
    const running = ask(reader, 'readThing', { name: 'endless' })
    const next = ask(reader, 'readThing', { name: 'a' })
    await reader.process().opened()
    await sleep(50)
    running.stop()
    expect(await running.answer).toBe('cancelled')
    expect(await next.answer).toBe(answered({ name: 'a' }))
    expect(processes.living('reader')).toHaveLength(1)
    expect(processes.all).toHaveLength(2)
  })

  test('after it was answered changes nothing', async () => {
    const call = ask(reader, 'readThing', { name: 'a' })
    await call.answer
    call.stop()
    expect(await ask(reader, 'readThing', { name: 'b' }).answer).toBe(answered({ name: 'b' }))
    expect(processes.all).toHaveLength(1)
  })
})

describe('the writer', () => {
  test('is not killed to stop a task: it ends between two parts, and stays', async () => {
    const task = ask(writer, 'mendThings', { name: 'a' })
    await expect.poll(() => task.progress.length).toBeGreaterThan(2)
    task.stop()
    expect(await task.answer).toBe('cancelled')
    expect(task.progress.slice(0, 2)).toEqual([{ done: 1 }, { done: 2 }])
    expect(await ask(writer, 'changeThing', { name: 'a' }).answer).toBe(answered(true))
    expect(processes.all).toHaveLength(1)
  })

  test('ends a command that was begun, whatever is asked of it', async () => {
    file.run('BEGIN IMMEDIATE')
    const command = ask(writer, 'changeThing', { name: 'a' })
    await writer.process().opened()
    await sleep(50)
    command.stop()
    file.run('ROLLBACK')
    expect(await command.answer).toBe(answered(true))
    expect(file.rows('flow')).toHaveLength(1)
  })
})

describe('a lane that is closed', () => {
  test('tells everyone, and takes nothing more', async () => {
    const running = ask(reader, 'readThing', { name: 'endless' })
    const waiting = ask(reader, 'readThing', { name: 'a' })
    await reader.process().opened()
    reader.close()
    expect(await running.answer).toBe('database_unavailable')
    expect(await waiting.answer).toBe('database_unavailable')
    const late = ask(reader, 'readThing', { name: 'a' })
    expect(await late.answer).toBe('database_unavailable')
    expect(processes.all).toHaveLength(1)
  })
})

describe('a file that cannot be opened', () => {
  test('fails each call, and is tried again with another process', async () => {
    const missing = new Lane({
      start: () => new DatabaseProcess(processes.spawn, { path: `${file.path}x`, mode: 'reader' }),
      killable: true,
    })
    expect(await ask(missing, 'readThing', { name: 'a' }).answer).toBe('database_unavailable')
    expect(await ask(missing, 'readThing', { name: 'a' }).answer).toBe('database_unavailable')
    expect(processes.all).toHaveLength(2)
    missing.close()
  })
})
