import { beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import type { Rows } from '../testing/rows.ts'

const database = freshDatabase()
const limits = database.run.concurrencyLimitsV2

const past = '2020-02-03 04:05:06.123456'
const storedMillisecond = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}000$/

type Row = Rows['concurrency_limit_v2']

function rows(): Row[] {
  return database.file.rows('concurrency_limit_v2')
}

/** The names of a page of the limits, in the order they are answered. */
async function names(page: { limit?: number; offset?: number }): Promise<string[]> {
  return (await limits.readAllConcurrencyLimits(page)).map((limit) => limit.name)
}

const byId = ({ id }: Row): { concurrency_limit_id: string } => ({ concurrency_limit_id: id })
const byName = ({ name }: Row): { name: string } => ({ name })

describe('createConcurrencyLimit', () => {
  test("inserts a limit with Prefect's defaults", async () => {
    const limit = await limits.createConcurrencyLimit({ name: 'db', limit: 3 })
    const [row] = rows()
    expect(row).toMatchObject({
      name: 'db',
      limit: 3,
      active: 1,
      active_slots: 0,
      denied_slots: 0,
      slot_decay_per_second: 0,
      avg_slot_occupancy_seconds: 2,
    })
    expect(row?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    for (const time of [row?.created, row?.updated]) expect(time).toMatch(storedMillisecond)
    expect(limit).toEqual({
      ...row,
      active: true,
      created: `${row?.created.replace(' ', 'T')}Z`,
      updated: `${row?.updated.replace(' ', 'T')}Z`,
    })
  })

  test('inserts what is given', async () => {
    const given = { active: false, active_slots: 2, slot_decay_per_second: 0.5 }
    const limit = await limits.createConcurrencyLimit({ name: 'tag:gpu', limit: 0, ...given })
    expect(limit).toMatchObject({ name: 'tag:gpu', limit: 0, ...given })
    expect(rows()[0]).toMatchObject({ ...given, active: 0 })
  })

  test('answers an existing name with conflict, and writes nothing', async () => {
    const before = database.file.add.concurrencyLimitV2({ name: 'db' })
    const call = limits.createConcurrencyLimit({ name: 'db', limit: 9 })
    await expect(call).rejects.toMatchObject({ code: 'conflict' })
    expect(rows()).toEqual([before])
  })

  test('takes a name in another case for another name', async () => {
    database.file.add.concurrencyLimitV2({ name: 'db' })
    await limits.createConcurrencyLimit({ name: 'DB', limit: 1 })
    expect(rows().map((row) => row.name)).toEqual(['db', 'DB'])
  })

  test.each([
    { name: 'tag:a/b' },
    { name: '' },
    { limit: -1 },
    { limit: 1.5 },
    { active_slots: -1 },
    { slot_decay_per_second: -0.1 },
    { denied_slots: 1 },
    { active: null },
  ])('refuses %j', async (given) => {
    const input = { name: 'db', limit: 1, ...given }
    const call = limits.createConcurrencyLimit(input as never)
    await expect(call).rejects.toMatchObject({ name: 'ZodError' })
    expect(rows()).toEqual([])
  })
})

describe.each([
  ['its id', byId],
  ['its name', byName],
] as const)('a limit named by %s', (_, keyOf) => {
  let row: Row
  let other: Row

  beforeEach(() => {
    const { add } = database.file
    other = add.concurrencyLimitV2({ active_slots: 4, updated: past })
    row = add.concurrencyLimitV2({ name: 'Db', limit: 5, active_slots: 3, updated: past })
  })

  test('is read as it is stored', async () => {
    expect(await limits.readConcurrencyLimit(keyOf(row))).toMatchObject({
      id: row.id,
      name: 'Db',
      limit: 5,
      active: true,
      active_slots: 3,
      updated: '2020-02-03T04:05:06.123456Z',
    })
  })

  test('is updated where a field is set', async () => {
    const concurrency_limit = { limit: 9, active: false }
    expect(await limits.updateConcurrencyLimit({ ...keyOf(row), concurrency_limit })).toBe(true)
    const [first, { updated = '', ...second } = {}] = rows()
    expect(first).toEqual(other)
    expect({ ...second, updated: past }).toEqual({ ...row, limit: 9, active: 0 })
    expect(updated).toMatch(storedMillisecond)
  })

  test('is reset: no slots taken or denied; id, limit and settings stay', async () => {
    database.file.run('UPDATE concurrency_limit_v2 SET denied_slots = 2')
    const answer = await limits.resetConcurrencyLimit(keyOf(row))
    const [first, { updated = '', ...second } = {}] = rows()
    expect(first).toEqual({ ...other, denied_slots: 2 })
    expect({ ...second, updated: past }).toEqual({ ...row, active_slots: 0, denied_slots: 0 })
    expect(updated).toMatch(storedMillisecond)
    expect(answer).toMatchObject({
      id: row.id,
      active_slots: 0,
      denied_slots: 0,
      updated: `${updated.replace(' ', 'T')}Z`,
    })
  })

  test('is deleted alone, and is then not there', async () => {
    expect(await limits.deleteConcurrencyLimit(keyOf(row))).toBe(true)
    expect(rows()).toEqual([other])
    expect(await limits.deleteConcurrencyLimit(keyOf(row))).toBe(false)
    expect(await limits.readConcurrencyLimit(keyOf(row))).toBeNull()
    expect(await limits.resetConcurrencyLimit(keyOf(row))).toBeNull()
    const update = { ...keyOf(row), concurrency_limit: { limit: 1 } }
    expect(await limits.updateConcurrencyLimit(update)).toBe(false)
  })
})

test('a name is compared exactly', async () => {
  database.file.add.concurrencyLimitV2({ name: 'Db' })
  for (const name of ['db', 'Db ', 'D_', ''])
    expect(await limits.readConcurrencyLimit({ name })).toBeNull()
})

test('an id is taken in any form', async () => {
  const { id } = database.file.add.concurrencyLimitV2()
  const key = { concurrency_limit_id: `{${id.toUpperCase()}}`, name: null }
  expect((await limits.readConcurrencyLimit(key))?.id).toBe(id)
})

describe('a deployment that refers to a limit', () => {
  test('keeps its link through a reset', async () => {
    const { add, rows: all } = database.file
    const limit = add.concurrencyLimitV2({ active_slots: 1 })
    const deployment = add.deployment({ flow_id: add.flow().id, concurrency_limit_id: limit.id })
    await limits.resetConcurrencyLimit(byId(limit))
    expect(all('deployment')).toEqual([deployment])
  })

  test('has none once the limit is deleted', async () => {
    const { add, rows: all } = database.file
    const limit = add.concurrencyLimitV2()
    const deployment = add.deployment({ flow_id: add.flow().id, concurrency_limit_id: limit.id })
    await limits.deleteConcurrencyLimit(byId(limit))
    expect(all('deployment')).toEqual([{ ...deployment, concurrency_limit_id: null }])
  })
})

test('a reset can set the counter to what is given', async () => {
  const row = database.file.add.concurrencyLimitV2({ active_slots: 5, denied_slots: 1 })
  const answer = await limits.resetConcurrencyLimit({ ...byId(row), active_slots: 2 })
  expect(answer).toMatchObject({ active_slots: 2, denied_slots: 0 })
})

test('a reset writes even where nothing is taken: `updated` moves', async () => {
  const row = database.file.add.concurrencyLimitV2({ updated: past })
  await limits.resetConcurrencyLimit(byId(row))
  expect(rows()[0]?.updated).not.toBe(past)
})

describe('readAllConcurrencyLimits', () => {
  beforeEach(() => {
    for (const name of ['über', 'tag:b', 'deployment:x', 'Tag', 'tag:a'])
      database.file.add.concurrencyLimitV2({ name })
  })

  test('answers all of them by name, in binary order', async () => {
    expect(await names({})).toEqual(['Tag', 'deployment:x', 'tag:a', 'tag:b', 'über'])
  })

  test('cuts out a page', async () => {
    expect(await names({ limit: 2, offset: 1 })).toEqual(['deployment:x', 'tag:a'])
    expect(await names({ offset: 4 })).toEqual(['über'])
    expect(await names({ limit: 0 })).toEqual([])
  })

  test.each([{ limit: -1 }, { offset: -1 }])('refuses %j', async (page) => {
    await expect(names(page)).rejects.toThrow('Less than 0')
  })
})
