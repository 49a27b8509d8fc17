import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { prettyJson } from './pretty-json.ts'

test('any JSON is written as JSON.stringify would indent it', () => {
  // It writes -0 as 0.
  const json = fc.json().filter((text) => !text.includes('-0'))
  fc.assert(
    fc.property(json, (text) => {
      const value: unknown = JSON.parse(text)
      fc.pre(JSON.stringify(value) === text)
      expect(prettyJson(text)).toBe(JSON.stringify(value, null, 2))
    }),
  )
})

test('numbers keep their digits', () => {
  expect(prettyJson('{"a":1.0,"b":[12345678901234567890,1e5]}')).toBe(
    '{\n  "a": 1.0,\n  "b": [\n    12345678901234567890,\n    1e5\n  ]\n}',
  )
})

test('marks within texts are left alone', () => {
  expect(prettyJson(String.raw`{"a{,":"\"[1, 2]\\"}`)).toBe(
    '{\n' + String.raw`  "a{,": "\"[1, 2]\\"` + '\n}',
  )
})

test('empty lists and objects stay on their line', () => {
  expect(prettyJson('{"a": [ ], "b": { }}')).toBe('{\n  "a": [],\n  "b": {}\n}')
})

test('what is not JSON gives null', () => {
  expect(prettyJson('{"a": NaN}')).toBeNull()
  expect(prettyJson('')).toBeNull()
})
