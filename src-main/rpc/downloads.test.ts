import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Downloads, type Download } from './downloads.ts'

const minute = 60_000

function download(fileName: string): Download {
  return { fileName, contentType: 'text/csv', open: () => Readable.from(['a,b\n']) }
}

describe('a download', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('is taken once', () => {
    const downloads = new Downloads()
    const id = downloads.offer(download('a.csv'))
    expect(downloads.take(id)?.fileName).toBe('a.csv')
    expect(downloads.take(id)).toBeUndefined()
  })

  test('is found by its own id only', () => {
    const downloads = new Downloads()
    const [one, two] = [download('a.csv'), download('b.csv')].map((each) => downloads.offer(each))
    expect(one).not.toBe(two)
    expect(downloads.take('__proto__')).toBeUndefined()
    expect(downloads.take(two ?? '')?.fileName).toBe('b.csv')
    expect(downloads.take(one ?? '')?.fileName).toBe('a.csv')
  })

  test('is gone ten minutes after it was offered', () => {
    const downloads = new Downloads()
    const [early, late] = [download('a.csv'), download('b.csv')].map((each) =>
      downloads.offer(each),
    )
    vi.advanceTimersByTime(10 * minute - 1)
    expect(downloads.take(early ?? '')).toBeDefined()
    vi.advanceTimersByTime(1)
    expect(downloads.take(late ?? '')).toBeUndefined()
  })
})
