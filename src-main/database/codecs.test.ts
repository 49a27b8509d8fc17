import { describe, expect, test } from 'vitest'
import type { ConcurrencyLimitV2Table, FlowRunTable, FlowTable } from './tables.ts'
import { parseJson, storedNow, storeJson, StoredRow, storeTimestamp } from './codecs.ts'

/** A stored row of `flow` with one odd value, whatever its type. */
function flow(given: Readonly<Record<string, unknown>>): StoredRow<FlowTable> {
  return new StoredRow('flow', { id: 'the id', ...given } as unknown as FlowTable)
}

function limit(given: Readonly<Record<string, unknown>>): StoredRow<ConcurrencyLimitV2Table> {
  const row = { id: 'the id', ...given } as unknown as ConcurrencyLimitV2Table
  return new StoredRow('concurrency_limit_v2', row)
}

function unreadable(table: string, column: string): object {
  return {
    code: 'data_unreadable',
    message: `${table}.${column} of the id cannot be read`,
    details: { table, id: 'the id', column },
  }
}

function flowRun(given: Readonly<Record<string, unknown>>): StoredRow<FlowRunTable> {
  return new StoredRow('flow_run', { id: 'the id', ...given } as unknown as FlowRunTable)
}

describe('reading a length of time', () => {
  test.each([
    ['1970-01-01 00:00:00.000000', 0],
    ['1970-01-01 00:00:00.000001', 0.000001],
    ['1970-01-02 02:03:04.500000', 93_784.5],
    ['1970-01-01 00:00:01', 1],
    ['1969-12-31 23:59:59.000000', -1],
  ])('takes %s', (stored, seconds) => {
    expect(flowRun({ total_run_time: stored }).seconds('total_run_time')).toBe(seconds)
  })

  test.each([0, 1.5, '', '0', '1 day', null])('refuses %j', (stored) => {
    expect(() => flowRun({ total_run_time: stored }).seconds('total_run_time')).toThrow(
      expect.objectContaining(unreadable('flow_run', 'total_run_time')),
    )
  })
})

describe('reading JSON of any shape', () => {
  test('gives objects, lists of objects and whatever else there is', () => {
    const row = flowRun({ parameters: '{"a": [1, null]}', context: '[{"b": 1}]', labels: null })
    expect(row.object('parameters')).toEqual({ a: [1, null] })
    expect(row.objectsOrNull('context')).toEqual([{ b: 1 }])
    expect(row.json('context')).toEqual([{ b: 1 }])
    expect(row.objectOrNull('labels')).toBeNull()
    expect(flowRun({ context: 'null' }).objectsOrNull('context')).toBeNull()
    expect(flowRun({ context: 7 }).json('context')).toBe(7)
  })

  test.each(['[]', '7', '"text"', 'true', '{', ''])('%s is no object', (stored) => {
    expect(() => flowRun({ parameters: stored }).object('parameters')).toThrow(
      expect.objectContaining(unreadable('flow_run', 'parameters')),
    )
  })

  test.each(['{}', '[1]', '[[]]', '[null]'])('%s is no list of objects', (stored) => {
    expect(() => flowRun({ context: stored }).objectsOrNull('context')).toThrow(
      expect.objectContaining(unreadable('flow_run', 'context')),
    )
  })
})

describe('reading a text or a moment that may be absent', () => {
  test('gives null for NULL alone', () => {
    const row = flowRun({ flow_version: null, start_time: null, name: 7, end_time: '' })
    expect(row.textOrNull('flow_version')).toBeNull()
    expect(row.timestampOrNull('start_time')).toBeNull()
    expect(() => row.textOrNull('name')).toThrow('cannot be read')
    expect(() => row.timestampOrNull('end_time')).toThrow('cannot be read')
  })

  test('gives one of the texts that there are', () => {
    const row = flowRun({ state_type: 'FAILED' })
    expect(row.oneOf('state_type', ['COMPLETED', 'FAILED'])).toBe('FAILED')
    expect(() => row.oneOf('state_type', ['COMPLETED'])).toThrow('cannot be read')
  })
})

describe('reading a time', () => {
  test.each([
    ['2026-11-20 11:19:26.251138', '2026-11-20T11:19:26.251138Z'],
    ['2026-11-20 11:28:36.654000', '2026-11-20T11:28:36.654000Z'],
    ['2026-12-31 23:59:59.999999', '2026-12-31T23:59:59.999999Z'],
    ['2024-02-29 00:00:00.000000', '2024-02-29T00:00:00.000000Z'],
    ['0001-01-01 00:00:00.000000', '0001-01-01T00:00:00.000000Z'],
    ['2026-11-20 11:19:26', '2026-11-20T11:19:26.000000Z'],
    ['2026-11-20 11:19:26.251', '2026-11-20T11:19:26.251000Z'],
    ['2026-11-20T11:19:26Z', '2026-11-20T11:19:26.000000Z'],
    ['2026-11-20 11:19:26.251138+02:00', '2026-11-20T09:19:26.251138Z'],
  ])('takes %s', (stored, time) => {
    expect(flow({ created: stored }).timestamp('created')).toBe(time)
  })

  test.each([
    '',
    'null',
    '2026-02-29 00:00:00.000000',
    '2026-04-31 00:00:00.000000',
    '2026-11-20 24:00:00.000000',
    '2026-11-20 23:60:00.000000',
    '2026-11-20 23:59:60.000000',
    '2026-13-01 00:00:00.000000',
    '0000-01-01 00:00:00.000000',
    ' 2026-11-20 11:19:26.251138',
    '2026-11-20 11:19:26.251138\n',
    '20/11/2026',
    1_700_000_000,
    2_461_000.5,
    null,
    Buffer.from('2026-11-20 11:19:26.251138'),
  ])('refuses %j', (stored) => {
    expect(() => flow({ created: stored }).timestamp('created')).toThrow(
      expect.objectContaining(unreadable('flow', 'created')),
    )
  })
})

describe('reading a list of texts', () => {
  test.each([
    ['[]', []],
    [' [ ] ', []],
    ['["a", "b"]', ['a', 'b']],
    ['["a","b"]', ['a', 'b']],
    [String.raw`["\u00fc", "\ud83d\ude80", "\"\\\n"]`, ['ü', '🚀', '"\\\n']],
    ['["ü"]', ['ü']],
  ])('takes %s', (stored, tags) => {
    expect(flow({ tags: stored }).texts('tags')).toEqual(tags)
  })

  test.each(['', '[', '["a",]', "['a']", '[1]', '["a", null]', '{}', '"a"', 'null', 5, null])(
    'refuses %j',
    (stored) => {
      expect(() => flow({ tags: stored }).texts('tags')).toThrow(
        expect.objectContaining(unreadable('flow', 'tags')),
      )
    },
  )
})

describe('reading labels', () => {
  test.each([
    [null, null],
    ['null', null],
    ['{}', {}],
    ['{"a": "x", "b": 1, "c": 1.5, "d": true, "e": ""}', { a: 'x', b: 1, c: 1.5, d: true, e: '' }],
  ])('takes %s', (stored, labels) => {
    expect(flow({ labels: stored }).labels('labels')).toEqual(labels)
  })

  test.each(['', '{', '[]', '"a"', 'true', 5, '{"a": null}', '{"a": []}', '{"a": Infinity}'])(
    'refuses %j',
    (stored) => {
      expect(() => flow({ labels: stored }).labels('labels')).toThrow(
        expect.objectContaining(unreadable('flow', 'labels')),
      )
    },
  )
})

describe('reading numbers and booleans', () => {
  test.each([0, -1, 5, 2 ** 53 - 1])('takes the integer %j', (stored) => {
    expect(limit({ limit: stored }).integer('limit')).toBe(stored)
  })

  test.each([2 ** 53, 1.5, Infinity, '5', null])('refuses the integer %j', (stored) => {
    expect(() => limit({ limit: stored }).integer('limit')).toThrow(
      expect.objectContaining(unreadable('concurrency_limit_v2', 'limit')),
    )
  })

  test('takes a float, and no infinity and no text', () => {
    const column = 'slot_decay_per_second'
    expect(limit({ [column]: 0.25 }).number(column)).toBe(0.25)
    for (const stored of [Infinity, NaN, '0.25', null])
      expect(() => limit({ [column]: stored }).number(column)).toThrow('cannot be read')
  })

  test('takes 0 for false and any other number for true, as Prefect does', () => {
    expect(limit({ active: 0 }).boolean('active')).toBe(false)
    for (const stored of [1, 2, -1]) expect(limit({ active: stored }).boolean('active')).toBe(true)
    for (const stored of ['true', null])
      expect(() => limit({ active: stored }).boolean('active')).toThrow('cannot be read')
  })

  test('takes any text, and no bytes', () => {
    expect(flow({ name: '' }).text('name')).toBe('')
    for (const stored of [Buffer.from('a'), null, 5])
      expect(() => flow({ name: stored }).text('name')).toThrow('cannot be read')
  })
})

describe('storing', () => {
  test.each<[unknown, string]>([
    [[], '[]'],
    [{}, '{}'],
    [['a', 'b'], '["a", "b"]'],
    [{ b: 1, a: [true, null, 1.5] }, '{"b": 1, "a": [true, null, 1.5]}'],
    [{ a: { b: {} } }, '{"a": {"b": {}}}'],
    [['ü€🚀'], String.raw`["\u00fc\u20ac\ud83d\ude80"]`],
    [{ ü: 1 }, String.raw`{"\u00fc": 1}`],
    [['"\\/'], String.raw`["\"\\/"]`],
    [['\b\f\n\r\t'], String.raw`["\b\f\n\r\t"]`],
    [['\u0000\u001f\u007f'], String.raw`["\u0000\u001f\u007f"]`],
    [['\ud800'], String.raw`["\ud800"]`],
    [[', : {}'], '[", : {}"]'],
  ])('%j as JSON is the text that json.dumps writes', (value, text) => {
    expect(storeJson(value)).toBe(text)
    expect(JSON.parse(text)).toEqual(value)
  })

  test('a time has 26 characters', () => {
    expect(storeTimestamp('2026-11-20T11:19:26.251138Z')).toBe('2026-11-20 11:19:26.251138')
  })

  test('the present is UTC, in milliseconds padded with zeros', () => {
    const before = new Date().toISOString()
    const stored = storedNow()
    const after = new Date().toISOString()
    expect(stored).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}000$/)
    const iso = `${stored.slice(0, 23).replace(' ', 'T')}Z`
    expect([before, iso, after].toSorted()).toEqual([before, iso, after])
  })
})

test('a key of one escaped character is read as it is, whatever was read before', () => {
  expect(parseJson('{"a": {}, "\\\\": 0}')).toEqual({ a: {}, '\\': 0 })
  expect(parseJson('{"a": {}, "\\u00e9": 0}')).toEqual({ a: {}, é: 0 })
})

test('escapes mean what they say', () => {
  const value = { a: 'é "\\u00e9" \\ \n \u0001 😀', ü: ['\t'] }
  expect(parseJson(storeJson(value))).toEqual(value)
  expect(() => parseJson('{"\\u00e9"')).toThrow(SyntaxError)
})
