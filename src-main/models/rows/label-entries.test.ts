import BetterSqlite3 from 'better-sqlite3'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { arbitraryLabels } from '../../testing/arbitrary-labels.ts'
import { labelEntries } from './label-entries.ts'

/** Another seed asks other questions; a failure names the one it was found with. */
const seed = Number(process.env.SLUICE_TEST_SEED ?? 20261121)
const sqlite = new BetterSqlite3(':memory:')
const jsonEach = sqlite.prepare<[string], { key: string; type: string }>(
  'SELECT key, type FROM json_each(?)',
)

afterAll(() => void sqlite.close())

const kinds: Record<string, string> = {
  text: 'string',
  real: 'float',
  true: 'boolean',
  false: 'boolean',
}

test('keeps the kind and the own text of each value', () => {
  const json = '{"a": 1, "b": 1.0, "c": "1", "d": true, "e": null, "f": {"x": [1]}, "g": [ "}" ]}'
  expect(labelEntries(json)).toEqual([
    { key: 'a', kind: 'integer', text: '1' },
    { key: 'b', kind: 'float', text: '1.0' },
    { key: 'c', kind: 'string', text: '1' },
    { key: 'd', kind: 'boolean', text: 'true' },
    { key: 'e', kind: 'null', text: 'null' },
    { key: 'f', kind: 'object', text: '{"x": [1]}' },
    { key: 'g', kind: 'array', text: '[ "}" ]' },
  ])
})

test('keeps all digits of a number', () => {
  const text = '123456789012345678901234567890'
  expect(labelEntries(`{"big": ${text}}`)).toEqual([{ key: 'big', kind: 'integer', text }])
})

test('keeps the order of the keys, also of such as look like numbers', () => {
  const entries = labelEntries('{"b": 1, "2": 1, "1": 1}')
  expect(entries?.map(({ key }) => key)).toEqual(['b', '2', '1'])
})

test('takes the last value of a key, in the place of the first, however the key is spelled', () => {
  expect(labelEntries(String.raw`{"\u00e9": 1, "b": 2, "é": "3"}`)).toEqual([
    { key: 'é', kind: 'string', text: '3' },
    { key: 'b', kind: 'integer', text: '2' },
  ])
})

test.each(['', '[]', '"a"', '7', 'null', '{"a": 1', '{"a": NaN}', '{a: 1}', '{"a": 1,}'])(
  '%s is no object',
  (json) => expect(labelEntries(json)).toBeNull(),
)

const texts = arbitraryLabels
  .map(({ stored }) => stored)
  .filter((stored) => typeof stored === 'string')
const objects = fc.oneof(
  texts,
  fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value)),
)

describe('whatever the labels', () => {
  test('they are those that were written', () => {
    const property = fc.property(arbitraryLabels, ({ stored, entries }) => {
      if (typeof stored !== 'string') return
      expect(labelEntries(stored) ?? []).toEqual(entries)
    })
    fc.assert(property, { seed, numRuns: 1000 })
  })

  test('they are what JSON.parse reads', () => {
    const property = fc.property(objects, (json) => {
      // V8 13.6 takes a key of one escaped character for the backslash alone.
      fc.pre(!json.includes('\\'))
      const read = parsed(json)
      const entries = labelEntries(json)
      if (read === null) {
        expect(entries).toBeNull()
        return
      }
      const values = entries?.map(({ key, kind, text }) => {
        return [key, kind === 'string' ? text : (JSON.parse(text) as unknown)]
      })
      expect(new Map(values as [string, unknown][])).toEqual(new Map(Object.entries(read)))
    })
    fc.assert(property, { seed, numRuns: 1000 })
  })

  test('their keys and kinds are what SQLite reads', () => {
    const property = fc.property(texts, (json) => {
      const entries = labelEntries(json)
      if (!entries) return
      const rows = jsonEach.all(json).map(({ key, type }) => [key, kinds[type] ?? type] as const)
      expect(entries.map(({ key, kind }) => [key, kind])).toEqual([...new Map(rows)])
    })
    fc.assert(property, { seed, numRuns: 1000 })
  })
})

function parsed(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
