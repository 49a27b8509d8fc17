import { expect, test } from 'vitest'
import { decayWords } from './decay-words.ts'

test.each([
  [0, null],
  [0.5, '1 every 2 s'],
  [0.05, '1 every 20 s'],
  [0.3, '1 every 3.3 s'],
  [1 / 60, '1 every 1 min'],
  [0.001, '1 every 17 min'],
  [1 / 3600, '1 every 1 h'],
  [1 / 86_400, '1 every 1 day'],
  [1 / 864_000, '1 every 10 days'],
  [1, '1 a second'],
  [2.5, '2.5 a second'],
  [1000, '1,000 a second'],
])('%d a second is %j', (perSecond, words) => {
  expect(decayWords(perSecond)).toBe(words)
})
