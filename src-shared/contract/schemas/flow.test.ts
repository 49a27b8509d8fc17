import { describe, expect, test } from 'vitest'
import { flow, flowCreate, flowUpdate } from './flow.ts'
import { labels } from './labels.ts'

/** Path and reason of each fault. */
function faults(parsed: {
  error?: { issues: { path: PropertyKey[]; message: string }[] }
}): [string, string][] {
  return (parsed.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message])
}

describe('the name of a flow', () => {
  test.each(['a', ' ', '\n', 'a\nb', 'über 🚀', 'tag:x', '"\'\\', 'x'.repeat(10_000)])(
    'can be %j',
    (name) => expect(flowCreate.parse({ name })).toEqual({ name }),
  )

  test.each(['', '/', 'a/b', '50%', 'a&b', '>', '<a', 'a\n/'])('cannot be %j', (name) =>
    expect(faults(flowCreate.safeParse({ name }))).toEqual([
      ['name', 'A name has one character or more and none of / % & > <'],
    ]),
  )

  test.each([undefined, null, 5])('cannot be %j', (name) =>
    expect(flowCreate.safeParse({ name }).success).toBe(false),
  )
})

describe('the tags of a flow', () => {
  test.each([[[]], [['']], [['b', 'a', 'b']], [['/', '%', 'x'.repeat(10_000)]]])(
    'can be %j',
    (tags) => {
      expect(flowCreate.parse({ name: 'etl', tags }).tags).toEqual(tags)
      expect(flowUpdate.parse({ tags }).tags).toEqual(tags)
    },
  )

  test.each([
    [null, 'tags'],
    ['a', 'tags'],
    [['a', 1], 'tags.1'],
    [['a', null], 'tags.1'],
    [{ a: 1 }, 'tags'],
  ])('cannot be %j', (tags, path) => {
    expect(faults(flowCreate.safeParse({ name: 'etl', tags }))[0]?.[0]).toBe(path)
    expect(faults(flowUpdate.safeParse({ tags }))[0]?.[0]).toBe(path)
  })

  test('can be left unset', () => {
    expect(flowCreate.parse({ name: 'etl' })).toEqual({ name: 'etl' })
    expect(flowUpdate.parse({})).toEqual({})
  })
})

describe('labels', () => {
  test.each([{}, { a: '' }, { '': 0 }, { a: true, b: false, c: -1.5, d: 'x' }])(
    'can be %j',
    (given) => expect(labels.parse(given)).toEqual(given),
  )

  test.each([
    { a: 'x', b: null },
    { a: 1, b: [] },
    { a: true, b: {} },
    { a: 0.5, b: NaN },
  ])('cannot be %j', (given) =>
    expect(faults(labels.safeParse(given))).toEqual([
      ['b', 'A label is a text, a number, true or false'],
    ]),
  )

  test.each([[[]], ['{}'], [5]])('cannot be %j', (given) =>
    expect(labels.safeParse(given).success).toBe(false),
  )

  test('keep true apart from 1', () => {
    expect(labels.parse({ a: true, b: 1 })).toEqual({ a: true, b: 1 })
  })

  test('keep the order of their keys', () => {
    expect(Object.keys(labels.parse({ b: 1, a: 2 }))).toEqual(['b', 'a'])
  })

  test('of a new flow can be null', () => {
    expect(flowCreate.parse({ name: 'etl', labels: null }).labels).toBeNull()
  })
})

test.each([{ id: 'x' }, { created: 'x' }, { extra: null }])('a new flow cannot have %j', (more) => {
  const [key = ''] = Object.keys(more)
  const parsed = flowCreate.safeParse({ name: 'etl', ...more })
  expect(faults(parsed)).toEqual([['', `Unrecognized key: "${key}"`]])
})

test.each([{ name: 'x' }, { labels: {} }])('an update cannot set %j', (more) => {
  expect(flowUpdate.safeParse({ tags: [], ...more }).success).toBe(false)
})

test('a flow that is answered has labels or null', () => {
  const row = { id: 'x', created: 'y', updated: 'z', name: 'etl', tags: ['a'] }
  expect(flow.parse({ ...row, labels: null }).labels).toBeNull()
  expect(flow.safeParse(row).success).toBe(false)
})
