import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { testId } from '../testing/row-writer.ts'
import type { Rows } from '../testing/rows.ts'

const database = freshDatabase()
const limits = database.run.concurrencyLimits

const past = '2020-02-03 04:05:06.123456'
const storedMillisecond = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}000$/
const [slotA, slotB] = [testId('task_run', 1), testId('task_run', 2)]

function rows(): Rows['concurrency_limit'][] {
  return database.file.rows('concurrency_limit')
}

/** The tags of a page of the limits, in the order they are answered. */
async function tags(page: { limit?: number; offset?: number }): Promise<string[]> {
  return (await limits.readConcurrencyLimits(page)).map((limit) => limit.tag)
}

describe('createConcurrencyLimit', () => {
  test('inserts a free limit and answers it', async () => {
    const limit = await limits.createConcurrencyLimit({ tag: 'gpu', concurrency_limit: 2 })
    const [row] = rows()
    expect(row).toMatchObject({ tag: 'gpu', concurrency_limit: 2, active_slots: '[]' })
    expect(row?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    for (const time of [row?.created, row?.updated]) expect(time).toMatch(storedMillisecond)
    expect(limit).toEqual({
      ...row,
      created: `${row?.created.replace(' ', 'T')}Z`,
      updated: `${row?.updated.replace(' ', 'T')}Z`,
      active_slots: [],
    })
  })

  test('sets the limit of the tag there is; id, created and slots stay, `updated` moves', async () => {
    const { add } = database.file
    const before = add.concurrencyLimit({ tag: 'gpu', active_slots: [slotA], updated: past })
    const limit = await limits.createConcurrencyLimit({ tag: 'gpu', concurrency_limit: 5 })
    const [row] = rows()
    expect({ ...row, updated: past }).toEqual({ ...before, concurrency_limit: 5 })
    expect(row?.updated).toMatch(storedMillisecond)
    expect(limit).toMatchObject({ id: before.id, concurrency_limit: 5, active_slots: [slotA] })
  })

  test('moves `updated` even where the limit is so already', async () => {
    database.file.add.concurrencyLimit({ tag: 'gpu', concurrency_limit: 1, updated: past })
    await limits.createConcurrencyLimit({ tag: 'gpu', concurrency_limit: 1 })
    expect(rows()[0]?.updated).not.toBe(past)
  })

  test.each(['', 'a/b', '%&<>', 'GPU', 'gpu ', 'über'])('takes the tag %j', async (tag) => {
    database.file.add.concurrencyLimit({ tag: 'gpu' })
    await limits.createConcurrencyLimit({ tag, concurrency_limit: 1 })
    expect(rows().map((row) => row.tag)).toEqual(['gpu', tag])
  })

  test.each([
    [0, 0],
    [-1, -1],
    ['5', 5],
    ['1.0', 1],
  ])('takes the limit %j', async (given, stored) => {
    await limits.createConcurrencyLimit({ tag: 'gpu', concurrency_limit: given })
    expect(rows()[0]?.concurrency_limit).toBe(stored)
  })

  test('refuses the limit 1.5', async () => {
    const call = limits.createConcurrencyLimit({ tag: 'gpu', concurrency_limit: 1.5 })
    await expect(call).rejects.toThrow('Not a whole number')
    expect(rows()).toEqual([])
  })

  test('leaves the V2 limit of that tag alone', async () => {
    const before = database.file.add.concurrencyLimitV2({ name: 'tag:gpu', limit: 3 })
    await limits.createConcurrencyLimit({ tag: 'gpu', concurrency_limit: 1 })
    expect(database.file.rows('concurrency_limit_v2')).toEqual([before])
  })
})

describe('readConcurrencyLimit', () => {
  test('answers the limit of that id, in any form of it, or null', async () => {
    const { id } = database.file.add.concurrencyLimit({ active_slots: [slotA], updated: past })
    const limit = await limits.readConcurrencyLimit({ concurrency_limit_id: `{${id}}` })
    expect(limit).toMatchObject({
      id,
      active_slots: [slotA],
      updated: '2020-02-03T04:05:06.123456Z',
    })
    const unknown = testId('concurrency_limit', 9)
    expect(await limits.readConcurrencyLimit({ concurrency_limit_id: unknown })).toBeNull()
  })
})

describe('readConcurrencyLimitByTag', () => {
  test('finds the exact tag alone', async () => {
    const { id } = database.file.add.concurrencyLimit({ tag: 'Gpu' })
    expect((await limits.readConcurrencyLimitByTag({ tag: 'Gpu' }))?.id).toBe(id)
    for (const tag of ['gpu', 'Gpu ', 'tag:Gpu', ''])
      expect(await limits.readConcurrencyLimitByTag({ tag })).toBeNull()
  })
})

describe('resetConcurrencyLimitByTag', () => {
  test.each([[undefined], [null], [[]]])('clears the slots with %j', async (slot_override) => {
    const { add } = database.file
    const before = add.concurrencyLimit({ tag: 'gpu', active_slots: [slotA], updated: past })
    const limit = await limits.resetConcurrencyLimitByTag({ tag: 'gpu', slot_override })
    const [row] = rows()
    expect({ ...row, updated: past }).toEqual({ ...before, active_slots: '[]' })
    expect(row?.updated).toMatch(storedMillisecond)
    expect(limit?.active_slots).toEqual([])
    expect(limit?.updated).toBe(`${row?.updated.replace(' ', 'T')}Z`)
  })

  test('sets the slots to the override, each id in its normal form', async () => {
    database.file.add.concurrencyLimit({ tag: 'gpu' })
    const slot_override = [slotB.toUpperCase(), `urn:uuid:${slotA}`]
    const limit = await limits.resetConcurrencyLimitByTag({ tag: 'gpu', slot_override })
    expect(limit?.active_slots).toEqual([slotB, slotA])
    expect(rows()[0]?.active_slots).toBe(`["${slotB}", "${slotA}"]`)
  })

  test('takes ids twice, and more of them than the limit', async () => {
    database.file.add.concurrencyLimit({ tag: 'gpu', concurrency_limit: 1 })
    const slot_override = [slotA, slotA, slotB]
    const limit = await limits.resetConcurrencyLimitByTag({ tag: 'gpu', slot_override })
    expect(limit?.active_slots).toEqual(slot_override)
  })

  test.each<[string, string[]]>([
    ['[]', []],
    [`["${slotA}","${slotB}"]`, [slotA, slotB]],
  ])('writes nothing where the slots are %s already', async (stored, slot_override) => {
    const { add } = database.file
    const before = add.concurrencyLimit({ tag: 'gpu', active_slots: stored, updated: past })
    const limit = await limits.resetConcurrencyLimitByTag({ tag: 'gpu', slot_override })
    expect(limit?.updated).toBe('2020-02-03T04:05:06.123456Z')
    expect(rows()).toEqual([before])
  })

  test('writes where the same ids stand in another order', async () => {
    database.file.add.concurrencyLimit({ tag: 'gpu', active_slots: [slotA, slotB], updated: past })
    await limits.resetConcurrencyLimitByTag({ tag: 'gpu', slot_override: [slotB, slotA] })
    expect(rows()[0]?.updated).not.toBe(past)
  })

  test('answers null for an unknown tag', async () => {
    const before = database.file.add.concurrencyLimit({ tag: 'gpu', active_slots: [slotA] })
    expect(await limits.resetConcurrencyLimitByTag({ tag: 'GPU' })).toBeNull()
    expect(rows()).toEqual([before])
  })

  test('refuses an override that is no id', async () => {
    const call = limits.resetConcurrencyLimitByTag({ tag: 'gpu', slot_override: ['task'] })
    await expect(call).rejects.toThrow('Not a UUID')
  })
})

describe('filterConcurrencyLimitsForOrchestration', () => {
  beforeEach(() => {
    for (const tag of ['b', 'a', 'B', 'c']) database.file.add.concurrencyLimit({ tag })
  })

  test.each<[string[], string[]]>([
    [[], []],
    [
      ['c', 'a', 'B'],
      ['B', 'a', 'c'],
    ],
    [['b', 'b', 'unknown'], ['b']],
    [['unknown'], []],
    [['A', ''], []],
  ])('answers %j with %j, by tag', async (wanted, expected) => {
    const found = await limits.filterConcurrencyLimitsForOrchestration({ tags: wanted })
    expect(found.map((limit) => limit.tag)).toEqual(expected)
  })
})

describe.each([
  [
    'deleteConcurrencyLimit',
    (row: Rows['concurrency_limit']) =>
      limits.deleteConcurrencyLimit({ concurrency_limit_id: row.id.toUpperCase() }),
  ],
  [
    'deleteConcurrencyLimitByTag',
    (row: Rows['concurrency_limit']) => limits.deleteConcurrencyLimitByTag({ tag: row.tag }),
  ],
] as const)('%s', (_, remove) => {
  test('deletes that limit alone, and answers false the second time', async () => {
    const { add } = database.file
    const [first, second] = [add.concurrencyLimit(), add.concurrencyLimit()]
    const v2 = add.concurrencyLimitV2({ id: first.id, name: `tag:${first.tag}` })
    expect(await remove(first)).toBe(true)
    expect(await remove(first)).toBe(false)
    expect(rows()).toEqual([second])
    expect(database.file.rows('concurrency_limit_v2')).toEqual([v2])
  })
})

describe('readConcurrencyLimits', () => {
  beforeEach(() => {
    for (const tag of ['über', 'b', '_', 'B', 'a', '']) database.file.add.concurrencyLimit({ tag })
  })

  test('answers all of them by tag, in binary order', async () => {
    expect(await tags({})).toEqual(['', 'B', '_', 'a', 'b', 'über'])
  })

  test('cuts out a page', async () => {
    expect(await tags({ limit: 2, offset: 1 })).toEqual(['B', '_'])
    expect(await tags({ offset: 4 })).toEqual(['b', 'über'])
    expect(await tags({ limit: 0 })).toEqual([])
  })

  test.each([{ limit: -1 }, { offset: -1 }])('refuses %j', async (page) => {
    await expect(tags(page)).rejects.toThrow('Less than 0')
  })
})
