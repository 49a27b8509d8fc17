import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { command, query, task } from '../../src-shared/contract/operation.ts'
import type { RanStatement, Reply } from '../../src-shared/contract/wire.ts'
import { buildDatabase, type DatabaseFile } from '../testing/build-database.ts'
import { openConnection, type Connection } from './connection.ts'
import { headRevision } from './head-schema.ts'
import { runOperation, type AnyModelFunction } from './run-operation.ts'
import type { Writing } from './model.ts'

let file: DatabaseFile
let connection: Connection

beforeEach(() => {
  file = buildDatabase()
  for (const name of ['a', 'b', 'c']) file.add.flow({ name })
  connection = openConnection({ path: file.path, mode: 'writer' })
})

afterEach(() => {
  connection.close()
  file.remove()
})

const input = z.unknown() as never
const output = z.unknown() as never
const probes = {
  ask: query({ input, output, reads: [] }),
  askWriter: query({ input, output, reads: [], on: 'writer' }),
  act: command({ input, output, changes: [] }),
  work: task({ input, output, progress: output, changes: [], on: 'writer' }),
}

/** Runs an operation whose function is given here, and gives what it is said to have run. */
async function ran(
  name: keyof typeof probes,
  model: (db: Writing) => Promise<unknown>,
): Promise<RanStatement[] | undefined> {
  const models = { probes: { [name]: model as unknown as AnyModelFunction } }
  const text = await runOperation(
    { contract: { probes }, models, connection, revision: headRevision },
    {
      operation: `probes.${name}`,
      input: {},
      task: { signal: new AbortController().signal, report: () => {} },
    },
  )
  const reply = JSON.parse(text) as Reply
  return reply.ok ? reply.statements : undefined
}

function flowsAfter(db: Writing, name: string): Promise<unknown> {
  return db.selectFrom('flow').select('name').where('name', '>', name).limit(5).execute()
}

test.each(['ask', 'askWriter'] as const)('%s: what a query ran is told', async (name) => {
  const statements = await ran(name, (db) => flowsAfter(db, 'a'))
  expect(statements).toEqual([
    {
      sql: 'select "name" from "flow" where "name" > ? limit ?',
      parameters: ['a', 5],
      milliseconds: expect.any(Number) as number,
      rows: 2,
      cut: false,
    },
  ])
  expect(statements?.[0]?.milliseconds).toBeGreaterThan(0)
})

test('the time is that of the statement', async () => {
  const slow = (db: Writing): Promise<unknown> =>
    sql`with recursive n (i) as (values (1) union all select i + 1 from n where i < 300000)
      select count(*) from n`.execute(db)
  const statements = await ran('ask', async (db) => {
    await slow(db)
    await flowsAfter(db, 'a')
  })
  const [first, second] = statements ?? []
  expect(first?.milliseconds).toBeGreaterThan(second?.milliseconds ?? Infinity)
})

test('calls that take turns on one connection are each told their own', async () => {
  const parameters = (name: string) =>
    ran('ask', async (db) => {
      for (const part of [1, 2, 3]) await flowsAfter(db, `${name}${part}`)
    }).then((statements) => statements?.map((statement) => statement.parameters[0]))
  expect(await Promise.all(['x', 'y', 'z'].map(parameters))).toEqual([
    ['x1', 'x2', 'x3'],
    ['y1', 'y2', 'y3'],
    ['z1', 'z2', 'z3'],
  ])
})

test('nothing is told of commands and tasks, nor of a query that asked nothing', async () => {
  expect(await ran('act', (db) => flowsAfter(db, 'a'))).toBeUndefined()
  expect(await ran('work', (db) => flowsAfter(db, 'a'))).toBeUndefined()
  expect(await ran('ask', () => Promise.resolve(null))).toBeUndefined()
})

test('what is too much is cut, and said to be', async () => {
  const statements = await ran('ask', async (db) => {
    await flowsAfter(db, 'x'.repeat(20_001))
    await sql`select ${sql.lit('y'.repeat(20_001))}`.execute(db)
    for (let more = 0; more < 50; more += 1) await flowsAfter(db, 'a')
  })
  expect(statements).toHaveLength(40)
  expect(statements?.slice(0, 3).map(({ cut }) => cut)).toEqual([true, true, false])
  expect(statements?.[0]?.parameters[0]).toHaveLength(20_000)
  expect(statements?.[1]?.sql).toHaveLength(20_000)
})
