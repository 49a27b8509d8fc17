import { expect, test } from 'vitest'
import { sqlLines } from './sql-lines.ts'

test('a statement is told clause by clause, a statement within it further in', () => {
  const sql =
    'select "a" from "t" left join "u" on "t"."id" = "u"."id" where "x" in (select 1 from "v") order by 1 limit 2'
  expect(sqlLines(sql)).toBe(
    [
      'select "a"',
      'from "t"',
      'left join "u" on "t"."id" = "u"."id"',
      'where "x" in (select 1',
      '  from "v")',
      'order by 1',
      'limit 2',
    ].join('\n'),
  )
})

test('texts, names and comments are left as they are', () => {
  const sql = `select 'a  from b ''where''', "order by" -- limit\nfrom t`
  expect(sqlLines(sql)).toBe(`select 'a  from b ''where''', "order by" -- limit\nfrom t`)
})
