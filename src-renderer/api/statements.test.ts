import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { RanStatement, Reply } from '../../src-shared/contract/wire.ts'
import { createApi } from './api.ts'
import { noteStatements, statementsOf } from './statements.ts'

function statement(sql: string): RanStatement {
  return { sql, parameters: [], milliseconds: 1, rows: 0, cut: false }
}

function apiOf(answer: () => Reply) {
  return createApi({
    call: () => Promise.resolve(answer()),
    stop: () => {},
    onEvent: () => () => {},
  })
}

test('what a query ran is kept by its key, the last time for the time before', async () => {
  let sql = 'first'
  const api = apiOf(() => ({ ok: true, value: 3, statements: [statement(sql)] }))
  const client = new QueryClient()
  const few = api.flows.countFlows({ flows: { tags: { all_: ['a'] } } })
  const all = api.flows.countFlows({})
  await client.fetchQuery(few)
  expect(statementsOf([all.queryKey, few.queryKey])).toEqual([
    { operation: 'flows.countFlows', statements: [statement('first')] },
  ])
  sql = 'second'
  await client.fetchQuery(few)
  expect(statementsOf([few.queryKey])[0]?.statements).toEqual([statement('second')])
})

test('a failure and a command leave it as it is', async () => {
  const api = apiOf(() => ({ ok: false, error: { code: 'conflict', message: 'no' } }))
  const read = api.flows.readFlow({ flow_id: '00000000-0000-4000-8000-000000000001' })
  noteStatements(read.queryKey, [statement('kept')])
  await new QueryClient().fetchQuery({ ...read, retry: false }).catch(() => {})
  expect(statementsOf([read.queryKey])[0]?.statements).toEqual([statement('kept')])
})

test('what was asked longest ago is forgotten', () => {
  const keyOf = (n: number) => ['flows', 'readFlows', { offset: n }] as const
  for (let n = 0; n <= 200; n += 1) noteStatements(keyOf(n), [])
  expect(statementsOf([keyOf(0), keyOf(1), keyOf(200)])).toHaveLength(2)
})
