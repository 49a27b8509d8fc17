import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import type { Rows } from '../testing/rows.ts'
import { storedTime } from '../testing/stored-forms.ts'

const database = freshDatabase()
const limits = database.run.concurrencyLimitsV2

/** Slots per second; with it a test may be seconds slow without another answer. */
const slow = 0.01

function ago(seconds: number): string {
  return storedTime(Date.now() - seconds * 1000)
}

function addLimit(given: {
  slots: number
  perSecond: number
  updated: string
}): Rows['concurrency_limit_v2'] {
  const { slots, perSecond, updated } = given
  return database.file.add.concurrencyLimitV2({
    limit: 10,
    active_slots: slots,
    slot_decay_per_second: perSecond,
    updated,
  })
}

async function slotsAfterUpdate(
  row: Rows['concurrency_limit_v2'],
  concurrency_limit: Parameters<typeof limits.updateConcurrencyLimit>[0]['concurrency_limit'],
): Promise<number | undefined> {
  await limits.updateConcurrencyLimit({ concurrency_limit_id: row.id, concurrency_limit })
  return database.file.rows('concurrency_limit_v2')[0]?.active_slots
}

describe('an update of a limit whose slots decay', () => {
  test.each([
    ['whole slots that went since `updated`', 350, 5],
    ['nothing where less than a slot went', 50, 8],
    ['no more than there are', 10_000, 0],
    ['nothing where the clock is behind `updated`', -5000, 8],
  ])('takes off %s', async (_, seconds, left) => {
    const row = addLimit({ slots: 8, perSecond: slow, updated: ago(seconds) })
    expect(await slotsAfterUpdate(row, { limit: 9 })).toBe(left)
  })

  test('takes the decay off even where no field is set', async () => {
    const row = addLimit({ slots: 8, perSecond: slow, updated: ago(350) })
    expect(await slotsAfterUpdate(row, {})).toBe(5)
  })

  test('counts the time that is past at the old rate', async () => {
    const row = addLimit({ slots: 8, perSecond: slow, updated: ago(350) })
    expect(await slotsAfterUpdate(row, { slot_decay_per_second: 0 })).toBe(5)
    expect(database.file.rows('concurrency_limit_v2')[0]?.slot_decay_per_second).toBe(0)
  })

  test('writes the slots as they are given', async () => {
    const row = addLimit({ slots: 8, perSecond: slow, updated: ago(350) })
    expect(await slotsAfterUpdate(row, { active_slots: 7 })).toBe(7)
  })

  test('does not take the same time off twice', async () => {
    const row = addLimit({ slots: 8, perSecond: slow, updated: ago(350) })
    await slotsAfterUpdate(row, { limit: 9 })
    expect(await slotsAfterUpdate(row, { limit: 10 })).toBe(5)
  })

  test('starts to count for slots that did not decay only now', async () => {
    const row = addLimit({ slots: 8, perSecond: 0, updated: ago(10_000) })
    expect(await slotsAfterUpdate(row, { slot_decay_per_second: slow })).toBe(8)
  })
})

test('a reset counts no decay', async () => {
  const { id } = addLimit({ slots: 8, perSecond: slow, updated: ago(350) })
  await limits.resetConcurrencyLimit({ concurrency_limit_id: id, active_slots: 8 })
  expect(database.file.rows('concurrency_limit_v2')[0]?.active_slots).toBe(8)
})

test('reading neither counts nor writes the decay', async () => {
  const row = addLimit({ slots: 8, perSecond: slow, updated: ago(350) })
  expect((await limits.readConcurrencyLimit({ name: row.name }))?.active_slots).toBe(8)
  expect((await limits.readAllConcurrencyLimits({}))[0]?.active_slots).toBe(8)
  expect(database.file.rows('concurrency_limit_v2')).toEqual([row])
})
