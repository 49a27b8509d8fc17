import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reading } from '../database/model.ts'
import { buildDatabase, type DatabaseFile } from './build-database.ts'
import { assertNoScan, recordStatements, type AllowedScans } from './query-plan.ts'

let file: DatabaseFile

beforeAll(() => {
  file = buildDatabase()
  file.add.flow()
})

afterAll(() => file.remove())

function asked(text: string, allow?: AllowedScans): Promise<void> {
  const run = (db: Reading) => sql.raw(text).execute(db as never)
  return assertNoScan({ path: file.path, run, allow })
}

test('records what was run, with its parameters', async () => {
  const statements = await recordStatements(file.path, (db) =>
    db.selectFrom('flow').select('id').where('name', '=', 'etl').execute(),
  )
  expect(statements).toEqual([
    { sql: 'select "id" from "flow" where "name" = ?', parameters: ['etl'] },
  ])
})

test.each([
  'SELECT * FROM flow',
  "SELECT * FROM flow_run WHERE flow_id = 'x'",
  'SELECT 1 FROM flow AS log',
  "SELECT value FROM json_each('[]') AS flow_run_tag",
])('lets pass: %s', (text) => expect(asked(text)).resolves.toBeUndefined())

test.each([
  ['SELECT * FROM flow_run', 'flow_run'],
  ['SELECT count(*) FROM "task_run" AS "t"', 'task_run'],
  ['SELECT id FROM log ORDER BY timestamp', 'log'],
  [
    'SELECT 1 FROM flow f WHERE EXISTS (SELECT 1 FROM flow_run r WHERE r.name > f.name || r.id)',
    'flow_run',
  ],
  ['SELECT 1 FROM flow, events e', 'events'],
  ['SELECT 1 FROM flow f, log l WHERE l.message = f.name', 'log'],
])('complains of: %s', async (text, table) => {
  await expect(asked(text)).rejects.toThrow(`scans ${table}`)
  await expect(asked(text, { [table]: 'a reason' })).resolves.toBeUndefined()
})

test('complains of a reason that nothing needs any more', async () => {
  const allow = { flow_run: 'once upon a time' }
  await expect(asked('SELECT * FROM flow', allow)).rejects.toThrow('does not scan flow_run')
})
