import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ChangeWatch, watchInterval, type Seen } from './change-watch.ts'
import type { DatabaseProcess } from './database-process.ts'
import type { WatchedLook } from './pool.ts'

const [one, another] = [{}, {}] as [DatabaseProcess, DatabaseProcess]

let now: WatchedLook
let looks: number
let seen: [number, Seen][]
let watch: ChangeWatch

beforeEach(() => {
  vi.useFakeTimers()
  now = { dataVersion: 1, revision: 'a', process: one }
  looks = 0
  seen = []
  const look = (): Promise<WatchedLook> => {
    looks += 1
    return Promise.resolve({ ...now })
  }
  watch = new ChangeWatch(look, ({ dataVersion }, what) => seen.push([dataVersion, what]))
})

afterEach(() => {
  watch.stop()
  vi.useRealTimers()
})

async function pass(intervals: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(intervals * watchInterval)
}

test('the first look is only the measure for the next', async () => {
  await pass(3)
  expect(looks).toBe(3)
  expect(seen).toEqual([])
})

test('a data version that moved is a commit, told once', async () => {
  await pass(1)
  now.dataVersion = 2
  await pass(3)
  expect(seen).toEqual([[2, 'commit']])
})

test('several commits between two looks are told as one', async () => {
  await pass(1)
  now.dataVersion = 5
  await pass(1)
  expect(seen).toEqual([[5, 'commit']])
})

test('another connection is never compared, and told as what it is', async () => {
  await pass(1)
  now = { ...now, dataVersion: 7, process: another }
  await pass(2)
  expect(seen).toEqual([[7, 'another_connection']])
})

test('a look that fails is no change, and the next one is compared with the last that did not', async () => {
  let fails = false
  const flaky = new ChangeWatch(
    () => (fails ? Promise.reject(new Error('gone')) : Promise.resolve({ ...now })),
    (_look, what) => seen.push([0, what]),
  )
  await flaky.look()
  fails = true
  await flaky.look()
  fails = false
  await flaky.look()
  expect(seen).toEqual([])
  now.dataVersion = 2
  await flaky.look()
  expect(seen).toEqual([[0, 'commit']])
  flaky.stop()
})

test('a look that takes long is not joined by another', async () => {
  let begun = 0
  const slow = new ChangeWatch(
    () => {
      begun += 1
      return new Promise(() => {})
    },
    () => {},
  )
  await pass(4)
  expect(begun).toBe(1)
  slow.stop()
})

test('a watch that has stopped looks no more', async () => {
  await pass(1)
  watch.stop()
  now.dataVersion = 2
  await pass(4)
  expect(looks).toBe(1)
  expect(seen).toEqual([])
})
