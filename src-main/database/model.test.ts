import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { command, query, task } from '../../src-shared/contract/operation.ts'
import type { ModelOf, Reading, TaskContext, Writing } from './model.ts'

const input = z.strictObject({ id: z.string() })
const area = {
  ask: query({ input, output: z.int(), reads: [] }),
  act: command({ input, output: z.boolean(), changes: [] }),
  work: task({ input, output: z.int(), progress: z.string(), changes: [], on: 'writer' }),
}
type Area = ModelOf<typeof area>

test('a query is handed a database that it cannot write to', () => {
  expectTypeOf<Parameters<Area['ask']>>().toEqualTypeOf<[db: Reading, input: { id: string }]>()
  const write = (db: Reading): unknown =>
    // @ts-expect-error -- there is no way from a query to a write
    db.deleteFrom('flow').execute()
  expect(write).toBeTypeOf('function')
})

test('a command is handed one that it can write to', () => {
  expectTypeOf<Parameters<Area['act']>>().toEqualTypeOf<[db: Writing, input: { id: string }]>()
  const write = (db: Writing): unknown => db.deleteFrom('flow').execute()
  expect(write).toBeTypeOf('function')
})

test('a task hears when it is to stop, and reports its progress', () => {
  expectTypeOf<Parameters<Area['work']>[2]>().toEqualTypeOf<TaskContext<string>>()
})

test('an area without the function of an operation does not compile', () => {
  const ask: Area['ask'] = () => Promise.resolve(1)
  const work: Area['work'] = () => Promise.resolve(1)
  // @ts-expect-error -- act is missing
  const missing: Area = { ask, work }
  // @ts-expect-error -- act answers a boolean
  const wrong: Area = { ask, work, act: ask }
  expect([missing, wrong]).toHaveLength(2)
})
