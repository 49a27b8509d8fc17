import { expect, test } from 'vitest'
import { logFilter } from './log-filter.ts'

const isTaken = (query: unknown) => logFilter.safeParse({ text: { query } }).success

test('a search has at most 200 characters, one for what lies beyond the basic plane', () => {
  expect(isTaken('x'.repeat(200))).toBe(true)
  expect(isTaken('x'.repeat(201))).toBe(false)
  expect(isTaken('🚀'.repeat(200))).toBe(true)
  expect(isTaken('🚀'.repeat(201))).toBe(false)
})

test('a search says what for', () => {
  expect(isTaken('')).toBe(true)
  expect(isTaken(null)).toBe(false)
  expect(isTaken(undefined)).toBe(false)
})
