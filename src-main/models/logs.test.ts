import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WireLogFilter } from '../testing/naive/wire.ts'
import { naiveLogFilter } from '../testing/naive/log-text.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { assertNoScan } from '../testing/query-plan.ts'
import { testId } from '../testing/row-writer.ts'
import { contract } from '../../src-shared/contract/contract.ts'
import { logs } from './logs.ts'

const database = freshDatabase()
const { readLogs, countLogs } = database.run.logs

const runs = [testId('flow_run', 1), testId('flow_run', 2)]
const tasks = [testId('task_run', 1), testId('task_run', 2)]
const words = ['Error', 'timeout', 'ÜBER', 'über', '100%', 'a_b', '"x"', 'C:\\temp', '🚀', '']

function moment(second: number): string {
  return `2026-11-20 10:00:${String(second).padStart(2, '0')}.000000`
}

describe('logs', () => {
  test('come in the order of their time, either way, and within it by id', async () => {
    const { add } = database.file
    for (const second of [3, 1, 1, 2]) add.log({ timestamp: moment(second), message: `${second}` })
    const ids = [2, 3, 4, 1].map((number) => testId('log', number))
    expect((await readLogs({})).map((log) => log.id)).toEqual(ids)
    const newest = await readLogs({ sort: 'TIMESTAMP_DESC', limit: 2, offset: 1 })
    expect(newest.map((log) => log.message)).toEqual(['2', '1'])
  })

  test('have the fields of Prefect', async () => {
    const line = database.file.add.log({ flow_run_id: runs[0], task_run_id: tasks[0], level: 40 })
    expect(await readLogs({})).toEqual([
      {
        id: line.id,
        created: expect.stringMatching(/^2026-.*Z$/),
        updated: expect.stringMatching(/^2026-.*Z$/),
        name: 'prefect.task_runs',
        level: 40,
        message: 'Finished in state Completed()',
        timestamp: expect.stringMatching(/Z$/),
        flow_run_id: runs[0],
        task_run_id: tasks[0],
      },
    ])
  })

  test.each([
    ['level', 'high'],
    ['timestamp', 'yesterday'],
    ['message', Buffer.from('x')],
  ])('with %s %s are told by table, column and id', async (column, value) => {
    const { id } = database.file.add.log()
    database.file.run(`UPDATE log SET "${column}" = ?`, value)
    const error = { code: 'data_unreadable', details: { table: 'log', column, id } }
    await expect(readLogs({})).rejects.toMatchObject(error)
    expect(await countLogs({})).toBe(1)
  })

  test('are found as Prefect finds them, whatever is asked', async () => {
    const { add } = database.file
    for (let line = 0; line < 60; line += 1) {
      add.log({
        message: `${words[line % 10]} ${words[(line * 7) % 9]}`,
        name: line % 4 === 0 ? 'My_logger' : 'prefect.flow_runs',
        level: 10 * (1 + (line % 5)),
        timestamp: moment(line % 30),
        flow_run_id: runs[line % 3] ?? null,
        task_run_id: tasks[line % 4] ?? null,
      })
    }
    const stored = database.file.rows('log')
    const property = fc.asyncProperty(arbitraryFilter, async (filter) => {
      const ids = stored.filter((log) => naiveLogFilter(log, filter) === true).map(({ id }) => id)
      const asked = { logs: filter } as Parameters<typeof countLogs>[0]
      const found = (await readLogs(asked)).map(({ id }) => id)
      expect({ filter, ids: found.toSorted() }).toEqual({ filter, ids: ids.toSorted() })
      expect(await countLogs(asked)).toBe(ids.length)
    })
    await fc.assert(property, { numRuns: 300, seed: 20261121 })
  })
})

const term = fc
  .tuple(fc.constantFrom('', '', '-', '+', '!'), fc.constantFrom(...words), fc.boolean())
  .map(([sign, word, quoted]) => sign + (quoted ? `"${word.replaceAll('"', '\\"')}"` : word))
const second = fc.nat(30).map((number) => `${moment(number).replace(' ', 'T')}Z`)
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 8 })

const arbitraryFilter: fc.Arbitrary<WireLogFilter> = fc.record(
  {
    operator: fc.constantFrom('and_', 'or_'),
    level: fc.record({ ge_: orNull(fc.nat(60)), le_: orNull(fc.nat(60)) }, { requiredKeys: [] }),
    timestamp: fc.record({ before_: second, after_: orNull(second) }, { requiredKeys: [] }),
    flow_run_id: fc.record({ any_: orNull(fc.subarray(runs)) }),
    task_run_id: fc.record(
      { any_: fc.subarray(tasks), is_null_: orNull(fc.boolean()) },
      { requiredKeys: [] },
    ),
    text: fc.record({
      query: fc.array(term, { maxLength: 3 }).map((terms) => terms.join(' ')),
    }),
  },
  { requiredKeys: [] },
)

test('no log of others is read for those of a run', async () => {
  const { path } = database.file
  const input = contract.logs.readLogs.input.parse({
    logs: { flow_run_id: { any_: [runs[0]] }, text: { query: 'error' } },
    limit: 200,
  })
  await expect(assertNoScan({ path, run: (db) => logs.readLogs(db, input) })).resolves.toBe(
    undefined,
  )
})
