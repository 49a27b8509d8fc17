import { describe, expect, test } from 'vitest'
import { isFull, slotsInUse } from './slots.ts'

const updated = '2026-11-20T12:00:00.000000Z'
const later = (seconds: number): number => Date.parse(updated) + seconds * 1000

describe('slots in use', () => {
  const decaying = { active_slots: 8, slot_decay_per_second: 0.5, updated }

  test.each([
    ['stay for less than a whole slot', 1.9, 8],
    ['go as whole slots', 4, 6],
    ['go to 0 and no further', 1000, 0],
    ['do not grow where the clock is behind', -1000, 8],
  ])('%s', (_, seconds, left) => {
    expect(slotsInUse(decaying, later(seconds))).toBe(left)
  })

  test('stay for ever without decay', () => {
    expect(slotsInUse({ ...decaying, slot_decay_per_second: 0 }, later(1e9))).toBe(8)
  })
})

describe('a limit is full', () => {
  const limit = { active: true, limit: 2, active_slots: 2, slot_decay_per_second: 0, updated }

  test.each<[string, Partial<typeof limit>, boolean]>([
    ['with every slot in use', {}, true],
    ['with more than that in use', { active_slots: 5 }, true],
    ['not with a free slot', { active_slots: 1 }, false],
    ['not when it is not active', { active: false }, false],
    ['not when slots come back by themselves', { slot_decay_per_second: 0.1 }, false],
    ['not when it is 0 and holds none', { limit: 0, active_slots: 0 }, false],
  ])('%s', (_, given, full) => {
    expect(isFull({ ...limit, ...given })).toBe(full)
  })
})
