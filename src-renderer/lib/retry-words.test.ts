import { expect, test } from 'vitest'
import { retryWords } from './retry-words.ts'

test.each([
  [{ retries: 0, retry_delay: 0 }, 'no retries'],
  [{ retries: null, retry_delay: null, max_retries: 0 }, 'no retries'],
  [{ retries: 1, retry_delay: 30 }, 'up to 1 retry, 30 s apart'],
  [{ retries: 3, retry_delay: 0 }, 'up to 3 retries, at once'],
  [{ retries: 2, retry_delay: [1, 90] }, 'up to 2 retries, 1 s, 1 m 30 s apart'],
  [
    { retries: 2, retry_delay: 10, retry_jitter_factor: 0.5 },
    'up to 2 retries, 10 s apart, jitter 0.5',
  ],
  // As an older Prefect wrote it.
  [{ max_retries: 4, retry_delay_seconds: 2.5 }, 'up to 4 retries, 3 s apart'],
  [{}, 'no retries'],
])('%j is %s', (policy, words) => {
  expect(retryWords(JSON.stringify(policy))).toBe(words)
})

test.each(['', 'no json', '[]', 'null', '7'])('%j has no words', (text) => {
  expect(retryWords(text)).toBeNull()
})
