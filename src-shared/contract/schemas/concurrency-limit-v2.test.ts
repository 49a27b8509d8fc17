import { describe, expect, test } from 'vitest'
import { concurrencyLimitsV2 } from '../concurrency-limits-v2.ts'
import { concurrencyLimitV2Create, concurrencyLimitV2Update } from './concurrency-limit-v2.ts'

const { readConcurrencyLimit, updateConcurrencyLimit, resetConcurrencyLimit } = concurrencyLimitsV2
const id = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'

describe('a new limit', () => {
  test('needs a name and a limit', () => {
    const limit = { name: 'db', limit: 0 }
    expect(concurrencyLimitV2Create.parse(limit)).toEqual(limit)
    expect(concurrencyLimitV2Create.safeParse({ name: 'db' }).success).toBe(false)
    expect(concurrencyLimitV2Create.safeParse({ limit: 1 }).success).toBe(false)
  })

  test.each(['tag:a/b', 'a%', 'a&b', '<', '>', ''])('cannot be named %j', (name) => {
    expect(concurrencyLimitV2Create.safeParse({ name, limit: 1 }).success).toBe(false)
  })

  test('takes what Pydantic takes', () => {
    const given = { limit: '5', active: 'no', active_slots: 1.0, slot_decay_per_second: '0.5' }
    expect(concurrencyLimitV2Create.parse({ name: 'db', ...given })).toEqual({
      name: 'db',
      limit: 5,
      active: false,
      active_slots: 1,
      slot_decay_per_second: 0.5,
    })
  })
})

describe('new limit and update alike', () => {
  test.each([
    { limit: -1 },
    { limit: 1.5 },
    { limit: null },
    { active: 2 },
    { active: null },
    { active_slots: -1 },
    { active_slots: null },
    { slot_decay_per_second: -0.5 },
    { slot_decay_per_second: null },
    { denied_slots: 0 },
    { id },
  ])('refuse %j', (given) => {
    const create = { name: 'db', limit: 1, ...given }
    expect(concurrencyLimitV2Create.safeParse(create).success).toBe(false)
    expect(concurrencyLimitV2Update.safeParse(given).success).toBe(false)
  })
})

test('an update can set nothing, but no name', () => {
  expect(concurrencyLimitV2Update.parse({})).toEqual({})
  expect(concurrencyLimitV2Update.safeParse({ name: 'x' }).success).toBe(false)
})

describe('what names a limit', () => {
  test.each([
    { name: 'db' },
    { name: '' },
    { name: 'a/b' },
    { name: 'db', concurrency_limit_id: null },
    { concurrency_limit_id: id },
    { concurrency_limit_id: id, name: null },
  ])('can be %j', (key) => {
    expect(readConcurrencyLimit.input.parse(key)).toEqual(key)
  })

  test.each([
    {},
    { name: null },
    { name: null, concurrency_limit_id: null },
    { name: 'db', concurrency_limit_id: id },
  ])('cannot be %j: it is one of two', (key) => {
    const more = { ...key, concurrency_limit: {} }
    for (const parsed of [
      readConcurrencyLimit.input.safeParse(key),
      updateConcurrencyLimit.input.safeParse(more),
      resetConcurrencyLimit.input.safeParse(key),
    ]) {
      const messages = parsed.error?.issues.map((issue) => issue.message)
      expect(messages).toEqual(['Give concurrency_limit_id or name, one of them'])
    }
  })

  test('is an id in any form, given in the normal one', () => {
    const key = { concurrency_limit_id: `{${id.toUpperCase()}}` }
    expect(readConcurrencyLimit.input.parse(key)).toEqual({ concurrency_limit_id: id })
  })

  test('is not an id that is none, and that is the reason given', () => {
    const { error } = readConcurrencyLimit.input.safeParse({ concurrency_limit_id: 'x' })
    expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['concurrency_limit_id'], 'Not a UUID'],
    ])
  })
})

test('a reset sets the slots to 0 unless told otherwise, and to no less', () => {
  expect(resetConcurrencyLimit.input.parse({ name: 'db' }).active_slots).toBe(0)
  expect(resetConcurrencyLimit.input.parse({ name: 'db', active_slots: 2 }).active_slots).toBe(2)
  const less = { name: 'db', active_slots: -1 }
  expect(resetConcurrencyLimit.input.safeParse(less).success).toBe(false)
})
