import { expect, test } from 'vitest'
import { rangeSentence, rangeWords } from './chart-words.ts'

const day = 86_400_000
const clock = { unit: 'day', minutesEast: 0 } as const
const counted: Record<string, number>[] = [{ COMPLETED: 3 }, {}, { COMPLETED: 1, FAILED: 2 }]
const bars = counted.map((counts, index) => ({
  from: index * day,
  before: (index + 1) * day,
  counts,
  total: Object.values(counts).reduce((sum, count) => sum + count, 0),
}))

test('a bar says its day, its runs and their states, failures first', () => {
  const words = rangeWords(bars, { first: 2, last: 2 }, clock)
  expect(rangeSentence(words)).toMatch(/1970.*: 3 runs, 2 Failed, 1 Completed$/)
})

test('several bars are counted together, and none has its own word', () => {
  expect(rangeWords(bars, { first: 0, last: 2 }, clock).runs).toBe('6 runs')
  expect(rangeSentence(rangeWords(bars, { first: 1, last: 1 }, clock))).toMatch(/: no runs$/)
})
