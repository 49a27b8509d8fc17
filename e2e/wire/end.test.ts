import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addEndlessFlow, endless } from '../../src-main/testing/endless-query.ts'
import { runningChildren, stillRunning } from '../fixtures/child-processes.ts'
import { until } from '../fixtures/until.ts'
import { wireBed, type WireBed } from './wire-bed.ts'

let bed: WireBed

beforeEach(async () => {
  bed = await wireBed({ fill: addEndlessFlow })
  await bed.call('flows.createFlow', { name: 'written' })
})

afterEach(() => bed.close())

/** The processes of the database: a reader, its spare, the writer. */
async function databaseProcesses(): Promise<number[]> {
  return await until('three database processes run', 10, () => {
    const children = runningChildren(bed.child.pid ?? 0)
    return children.length === 3 && children
  })
}

/** What a client that is cut off hears. */
async function cutOff(input: unknown): Promise<string> {
  return await bed.ask('flows.readFlows', input).then(
    () => 'answered',
    () => 'cut off',
  )
}

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  test('ends Sluice and every process of it, in the middle of a statement too', async () => {
    const children = await databaseProcesses()
    const call = cutOff(endless)
    const stream = await bed.events()
    await sleep(300)
    const exit = once(bed.child, 'exit')
    bed.child.kill(signal)
    expect(await exit).toEqual([0, null])
    expect(['answered', 'cut off']).toContain(await call)
    await stream.close()
    await until('no process is left', 5, () => stillRunning(children).length === 0)
    expect(stillRunning(children)).toEqual([])
  })
})

test('a command that is under way is carried out before the end', async () => {
  bed.file.run('BEGIN IMMEDIATE')
  const call = bed.ask('flows.createFlow', { name: 'last' }).catch(() => null)
  await sleep(300)
  const exit = once(bed.child, 'exit')
  bed.child.kill('SIGTERM')
  await sleep(100)
  bed.file.run('ROLLBACK')
  expect(await exit).toEqual([0, null])
  await call
  expect(bed.file.rows('flow').map(({ name }) => name)).toContain('last')
})

describe('SIGKILL', () => {
  test('leaves no process behind after a moment, and what was written is there', async () => {
    const children = await databaseProcesses()
    const exit = once(bed.child, 'exit')
    bed.child.kill('SIGKILL')
    await exit
    await until('no process is left', 10, () => stillRunning(children).length === 0)
    expect(bed.file.rows('flow').map(({ name }) => name.slice(0, 7))).toEqual([
      'aaaaaaa',
      'written',
    ])
  })
})
