import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { storedTime } from '../testing/stored-forms.ts'
import { openConnection, type Connection } from './connection.ts'
import * as dialect from './dialect.ts'
import type { Database } from './tables.ts'

let file: DatabaseFile
let connection: Connection

beforeEach(() => {
  file = buildDatabase()
  connection = openConnection({ path: file.path, mode: 'reader' })
})

afterEach(() => {
  connection.close()
  file.remove()
})

type Flow = ExpressionBuilder<Database, 'flow'>

/** The names of the flows of which the condition is true. */
async function named(condition: (flow: Flow) => Expression<SqlBool>): Promise<string[]> {
  const query = connection.db.selectFrom('flow').select('name').where(condition).orderBy('name')
  return (await query.execute()).map((flow) => flow.name)
}

/** Whether tags that are stored so answer to all of `wanted`, and to any of them. */
async function held(stored: unknown, wanted: readonly string[]): Promise<[boolean, boolean]> {
  file.insert('flow', { name: 'the flow', tags: stored })
  const all = await named((flow) => dialect.hasAllTags(flow.ref('flow.tags'), wanted))
  const any = await named((flow) => dialect.hasAnyTag(flow.ref('flow.tags'), wanted))
  return [all.length === 1, any.length === 1]
}

describe('tags', () => {
  test.each<[string, unknown, string[], [boolean, boolean]]>([
    ['one of them', '["a", "b"]', ['b'], [true, true]],
    ['all of them', '["a", "b"]', ['b', 'a'], [true, true]],
    ['some of them', '["a", "b"]', ['b', 'c'], [false, true]],
    ['none of them', '["a", "b"]', ['c', 'd'], [false, false]],
    ['a double among the wanted', '["a"]', ['a', 'a'], [true, true]],
    ['a double among the held', '["a", "a"]', ['a'], [true, true]],
    ['a double that makes up for nothing', '["a", "a"]', ['a', 'b'], [false, true]],
    ['no tags', '[]', ['a'], [false, false]],
    ['JSON without blanks', '["a","b"]', ['a', 'b'], [true, true]],
    ['JSON with blanks more', ' [\n"a" , "b" ] ', ['a', 'b'], [true, true]],
    ['another case', '["A"]', ['a'], [false, false]],
    ['a part of a tag', '["gpu-large"]', ['gpu'], [false, false]],
    ['the empty tag', '[""]', [''], [true, true]],
    ['an unescaped letter', '["über"]', ['über'], [true, true]],
    ['an escaped letter', String.raw`["\u00fcber"]`, ['über'], [true, true]],
    ['an escape in capitals', String.raw`["\u00FCber"]`, ['über'], [true, true]],
    ['an escape without need', String.raw`["\u0061"]`, ['a'], [true, true]],
    ['an escaped pair', String.raw`["\ud83d\ude80"]`, ['🚀'], [true, true]],
    ['a quote', String.raw`["say \"hi\""]`, ['say "hi"'], [true, true]],
    ['a backslash', String.raw`["a\\b"]`, [String.raw`a\b`], [true, true]],
    ['a slash that is escaped', String.raw`["a\/b"]`, ['a/b'], [true, true]],
    ['a line break', String.raw`["a\nb"]`, ['a\nb'], [true, true]],
    ["a wanted text that only looks like JSON's", '["a", "b"]', ['a", "b'], [false, false]],
    ['wildcards', '["a%_"]', ['a%_'], [true, true]],
    ['wildcards that would match', '["abc"]', ['a%'], [false, false]],
    ['a number that looks so', '[1, "2"]', ['1'], [false, false]],
    ['a nested list', '[["a"]]', ['a'], [false, false]],
    ['quote beside plain tag', String.raw`["x", "\""]`, ['x', '"'], [true, true]],
    ['only tags that must be parsed for', '["x"]', ['"', '\\'], [false, false]],
  ])('%s: %s asked for %j', async (_, ...[stored, wanted, answers]) => {
    expect(await held(stored, wanted)).toEqual(answers)
  })

  test.each<[string, unknown, string[], [boolean, boolean]]>([
    ['the keys are any of the tags, the values all', '{"a": "b"}', ['a'], [false, true]],
    ['the keys are any of the tags, the values all', '{"a": "b"}', ['b'], [true, false]],
    ['with several wanted', '{"a": "x", "b": "y"}', ['b', 'c'], [false, true]],
    ['with several wanted', '{"a": "x", "b": "y"}', ['y', 'x'], [true, false]],
  ])(
    'of an object, as Prefect asks: %s: %s asked for %j',
    async (_, ...[stored, wanted, answers]) => {
      expect(await held(stored, wanted)).toEqual(answers)
    },
  )

  test.each(['["a"', '', 'a', "['a']", '["a",]', '{a: "a"}', 'null', '"a', 5])(
    'malformed or no list, they hold nothing and fail nothing: %j',
    async (stored) => {
      expect(await held(stored, ['a'])).toEqual([false, false])
      expect(await named((flow) => dialect.hasAnyTag(flow.ref('flow.tags'), ['a', 'b']))).toEqual(
        [],
      )
    },
  )

  test('nothing wanted is never held by any', async () => {
    file.add.flow({ tags: ['a'] })
    expect(await named((flow) => dialect.hasAnyTag(flow.ref('flow.tags'), []))).toEqual([])
  })

  test('thousands may be wanted', async () => {
    const many = Array.from({ length: 2000 }, (_, number) => `tag-${number}`)
    file.add.flow({ name: 'all', tags: many })
    file.add.flow({ name: 'one', tags: ['tag-7'] })
    const tags = (flow: Flow): Expression<string> => flow.ref('flow.tags')
    expect(await named((flow) => dialect.hasAllTags(tags(flow), many.slice(0, 100)))).toEqual([
      'all',
    ])
    expect(await named((flow) => dialect.hasAnyTag(tags(flow), many))).toEqual(['all', 'one'])
  })
})

describe('lists of values', () => {
  beforeEach(() => {
    for (const name of ['a', 'A', 'it\'s "x"', 'ü\\', '']) file.add.flow({ name })
  })

  /** Values that no flow is named. */
  const others = (count: number): string[] =>
    Array.from({ length: count }, (_, number) => `other-${number}`)

  test.each([0, 14, 15, 40_000])('one of them among %i others is found', async (count) => {
    const values = ['a', 'ü\\', 'it\'s "x"', ...others(count)]
    expect(await named((flow) => dialect.isOneOf(flow.ref('flow.name'), values))).toEqual([
      'a',
      'it\'s "x"',
      'ü\\',
    ])
    expect(await named((flow) => dialect.isNoneOf(flow.ref('flow.name'), values))).toEqual([
      '',
      'A',
    ])
  })

  test('nothing is one of no values, everything is none of them', async () => {
    expect(await named((flow) => dialect.isOneOf(flow.ref('flow.name'), []))).toEqual([])
    expect(await named((flow) => dialect.isNoneOf(flow.ref('flow.name'), []))).toHaveLength(5)
  })

  test.each([1, 40])('NULL is neither one nor none of %i values', async (count) => {
    const flow = file.add.flow()
    file.add.flowRun({ flow_id: flow.id, work_queue_name: null })
    for (const asked of [dialect.isOneOf, dialect.isNoneOf]) {
      const query = connection.db
        .selectFrom('flow_run')
        .select('id')
        .where((run) => asked(run.ref('flow_run.work_queue_name'), others(count)))
      expect(await query.execute()).toEqual([])
    }
  })
})

describe('a text within a text', () => {
  test.each<[string, string[]]>([
    ['LOAD', ['Load orders', 'reload']],
    ['', ['100%', 'Load orders', 'reload', 'ÜBER']],
    ['o_d', ['Load orders', 'reload']],
    ['l%d', ['Load orders', 'reload']],
    ['%', ['100%', 'Load orders', 'reload', 'ÜBER']],
    ['über', []],
    ['ÜBE', ['ÜBER']],
    ['load\\', []],
    ["'", []],
  ])('%j is found in %j', async (text, names) => {
    for (const name of ['Load orders', 'reload', '100%', 'ÜBER']) file.add.flow({ name })
    const found = await named((flow) => dialect.containsText(flow.ref('flow.name'), text))
    expect(found).toEqual(names)
  })
})

describe('a member of a JSON object', () => {
  test.each([
    ['{"id": "x"}', 'x'],
    ['{"type": "id"}', null],
    ['{"id": null}', null],
    ['["id"]', null],
    ['{"id": ', null],
    [null, null],
  ])('of %j is %j', async (labels, member) => {
    file.add.flow({ labels })
    const [row] = await connection.db
      .selectFrom('flow')
      .select((flow) => dialect.jsonMember(flow.ref('flow.labels'), 'id').as('member'))
      .execute()
    expect(row?.member).toBe(member)
  })
})

describe('the clock', () => {
  test('is UTC in the stored form, milliseconds padded with zeros', async () => {
    const query = sql<{ now: string }>`select ${dialect.now()} as now`
    const { rows } = await query.execute(connection.db)
    const now = rows[0]?.now ?? ''
    expect(now).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}000$/)
    expect(Math.abs(Date.parse(`${now.replace(' ', 'T')}Z`) - Date.now())).toBeLessThan(60_000)
  })

  test.each([
    [-1000, 1000],
    [0, 0],
    [5000, 0],
  ])('counts from a moment %i seconds away %i seconds', async (away, counted) => {
    const moment = sql.val(storedTime(Date.now() + away * 1000))
    const query = sql<{ seconds: number }>`select ${dialect.secondsSince(moment)} as seconds`
    const { rows } = await query.execute(connection.db)
    expect(Math.abs((rows[0]?.seconds ?? -1) - counted)).toBeLessThan(30)
  })

  test.each([
    { counter: 8, perSecond: 0.01, secondsAgo: 350, left: 5 },
    { counter: 8, perSecond: 0.01, secondsAgo: 50, left: 8 },
    { counter: 8, perSecond: 0.01, secondsAgo: 100_000, left: 0 },
    { counter: 8, perSecond: 0, secondsAgo: 100_000, left: 8 },
    { counter: 8, perSecond: 0.01, secondsAgo: -5000, left: 8 },
    { counter: 0, perSecond: 1, secondsAgo: 5, left: 0 },
    { counter: 8, perSecond: 1e300, secondsAgo: 1e8, left: 0 },
  ])('lets a counter decay: %j', async ({ counter, perSecond, secondsAgo, left }) => {
    const slots = dialect.decayed({
      counter: sql.val(counter),
      perSecond: sql.val(perSecond),
      since: sql.val(storedTime(Date.now() - secondsAgo * 1000)),
    })
    const { rows } = await sql<{ slots: number }>`select ${slots} as slots`.execute(connection.db)
    expect(rows).toEqual([{ slots: left }])
  })
})
