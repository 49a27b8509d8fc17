import BetterSqlite3 from 'better-sqlite3'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { inlinedSql } from './inlined-sql.ts'

const database = new BetterSqlite3(':memory:')

afterAll(() => database.close())

function run(sql: string, parameters: unknown[] = []): unknown {
  return database.prepare(sql).raw().all(parameters)
}

const parameter = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom("'", "''", '?', '--', 'a\0b', '\0', '\n', '/*', '"', '', "it's"),
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.constant(null),
)

test('a statement gives the same with its parameters in its text', () => {
  fc.assert(
    fc.property(fc.array(parameter, { minLength: 1, maxLength: 8 }), (parameters) => {
      // No literal holds half of a pair of surrogates, and SQLite no such text.
      fc.pre(parameters.every((value) => typeof value !== 'string' || value.isWellFormed()))
      const sql = `select ${parameters.map(() => '?').join(', ')}`
      expect(run(inlinedSql({ sql, parameters }))).toEqual(run(sql, parameters))
    }),
  )
})

test('a question mark in a text, a name or a comment is none', () => {
  const sql = `select '?''?' as "?""?", ? as \`?\`, /* ? */ ? as [?] -- ?\n, ?`
  const parameters = ['a', 2, "b's"]
  const inlined = inlinedSql({ sql, parameters })
  expect(inlined).toBe(`select '?''?' as "?""?", 'a' as \`?\`, /* ? */ 2 as [?] -- ?\n, 'b''s'`)
  expect(run(inlined)).toEqual(run(sql, parameters))
})

test('a minus before a negative number begins no comment', () => {
  const sql = 'select 1 -?, 2 - ?'
  expect(inlinedSql({ sql, parameters: [-1, -2] })).toBe('select 1 - -1, 2 - -2')
})

test('what filters ask is the same: a list as JSON, a like, a limit', () => {
  const sql = `select value from json_each(?) where value like lower(?) limit ?`
  const parameters = [JSON.stringify(["it's", 'b"c', 'é?']), '%?%', 5]
  expect(run(inlinedSql({ sql, parameters }))).toEqual([['é?']])
})
