import { describe, expect, test } from 'vitest'
import type { Change } from '../../components/change-table.tsx'
import {
  createChanges,
  deleteChanges,
  editChanges,
  resetChanges,
  resetListChanges,
} from './changes.ts'
import { limitRows, type LimitRow } from './limit-row.ts'
import { v1Limit, v2Limit } from './test-rows.ts'

const updated = '2026-11-20T12:00:00.000000Z'
const stored = '2026-11-20 12:00:00.000000'

function row(of: {
  v1?: Parameters<typeof v1Limit>[0]
  v2?: Parameters<typeof v2Limit>[0]
}): LimitRow {
  const v1 = of.v1 ? [v1Limit({ updated, ...of.v1 })] : []
  const v2 = of.v2 ? [v2Limit({ updated, ...of.v2 })] : []
  const [first] = limitRows({ v1, v2 }, 'v2')
  if (!first) throw new Error('there is a row')
  return first
}

/** What is marked in the table. */
function marked(changes: readonly Change[]): Record<string, [string | null, string | null]> {
  const different = changes.filter(({ before, after }) => before !== after)
  return Object.fromEntries(different.map(({ column, before, after }) => [column, [before, after]]))
}

describe('a reset', () => {
  test('sets both counters', () => {
    const held = row({ v2: { active_slots: 2, denied_slots: 3 } })
    expect(marked(resetChanges(held, 0))).toEqual({
      active_slots: ['2', '0'],
      denied_slots: ['3', '0'],
      updated: [stored, 'now'],
    })
  })

  test('shows the whole row', () => {
    expect(resetChanges(row({ v2: {} }), 0).map(({ column }) => column)).toEqual([
      'name',
      'limit',
      'active',
      'active_slots',
      'denied_slots',
      'slot_decay_per_second',
      'updated',
    ])
  })

  test('of a V1 limit sets its list, and writes nothing where that stays', () => {
    const ids = ['a2000000-0000-4000-8000-000000000001', 'b2000000-0000-4000-8000-000000000001']
    const held = row({ v1: { active_slots: ids } })
    expect(marked(resetListChanges(held, []))).toEqual({
      active_slots: ['[a2000000, b2000000]', '[]'],
      updated: [stored, 'now'],
    })
    expect(marked(resetListChanges(held, ids))).toEqual({})
  })
})

describe('an edit', () => {
  const now = Date.parse(updated) + 100_000

  test('writes what is set', () => {
    const edit = { limit: 5, active: false, slot_decay_per_second: 0 }
    expect(marked(editChanges(row({ v2: { active_slots: 1 } }), edit, now))).toEqual({
      limit: ['2', '5'],
      active: ['true', 'false'],
      updated: [stored, 'now'],
    })
  })

  test('writes the decay until now', () => {
    const decaying = row({ v2: { active_slots: 50, slot_decay_per_second: 0.1 } })
    const edit = { limit: 2, active: true, slot_decay_per_second: 0.5 }
    expect(marked(editChanges(decaying, edit, now))).toEqual({
      active_slots: ['50', '40'],
      slot_decay_per_second: ['0.1', '0.5'],
      updated: [stored, 'now'],
    })
  })

  test('of a V1 limit writes its limit alone', () => {
    const edit = { limit: 5, active: true, slot_decay_per_second: 0 }
    expect(marked(editChanges(row({ v1: {} }), edit, now))).toEqual({
      concurrency_limit: ['2', '5'],
      updated: [stored, 'now'],
    })
  })

  test('that sets nothing yet changes nothing', () => {
    const decaying = row({ v2: { active_slots: 50, slot_decay_per_second: 0.1 } })
    expect(marked(editChanges(decaying, null, now))).toEqual({})
  })
})

test('a deletion takes every column away', () => {
  const changes = deleteChanges(row({ v2: {} }))
  expect(changes.every(({ before, after }) => before !== null && after === null)).toBe(true)
})

test('a creation writes a row that was not there', () => {
  const limit = { limit: 3, slot_decay_per_second: 0.5 }
  expect(marked(createChanges({ table: 'v2', name: 'tag:gpu', ...limit }))).toEqual({
    name: [null, 'tag:gpu'],
    limit: [null, '3'],
    active: [null, 'true'],
    active_slots: [null, '0'],
    slot_decay_per_second: [null, '0.5'],
  })
  expect(marked(createChanges({ table: 'v1', name: 'gpu', ...limit }))).toEqual({
    tag: [null, 'gpu'],
    concurrency_limit: [null, '3'],
    active_slots: [null, '[]'],
  })
})
