import { describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import {
  command,
  query,
  task,
  type InputOf,
  type OutputOf,
  type ParsedInputOf,
} from './operation.ts'

const nothing = z.strictObject({})
const asked = { input: nothing, reads: [] } as const
const doubled = z.string().transform((text) => text.length * 2)

describe('what JSON cannot carry does not compile', () => {
  test('as an answer', () => {
    // @ts-expect-error -- a date is no JSON
    expect(query({ ...asked, output: z.date() }).kind).toBe('query')
    const deep = z.array(z.object({ at: z.date() }))
    // @ts-expect-error -- nor is one deep inside
    expect(query({ ...asked, output: deep }).kind).toBe('query')
    const map = z.map(z.string(), z.int())
    // @ts-expect-error -- nor is a map
    expect(command({ input: nothing, output: map, changes: [] }).kind).toBe('command')
    // @ts-expect-error -- nor is a big integer
    expect(query({ ...asked, output: z.bigint() }).kind).toBe('query')
  })

  test('as an input, on the wire or parsed', () => {
    const date = z.strictObject({ at: z.date() })
    // @ts-expect-error -- it would have to be sent as a date
    expect(query({ input: date, output: nothing, reads: [] }).kind).toBe('query')
    const toDate = z.string().transform((text) => new Date(text))
    // @ts-expect-error -- it would be a date on its way to the model's process
    expect(query({ input: toDate, output: nothing, reads: [] }).kind).toBe('query')
  })

  test('as progress', () => {
    const long = { input: nothing, output: nothing, changes: [], on: 'writer' } as const
    expect(task({ ...long, progress: z.int() }).kind).toBe('task')
    // @ts-expect-error -- a date is no JSON
    expect(task({ ...long, progress: z.date() }).kind).toBe('task')
  })
})

test('a topic that is no table of ours does not compile', () => {
  // @ts-expect-error -- the table is `flow`
  expect(query({ input: nothing, output: nothing, reads: ['flows'] })).toBeTruthy()
})

test('a command runs on the writer or the host, nowhere else', () => {
  expect(command({ input: nothing, output: nothing, changes: [] }).on).toBe('writer')
  expect(command({ input: nothing, output: nothing, changes: [], on: 'host' }).on).toBe('host')
  // @ts-expect-error -- a reader cannot write
  expect(command({ input: nothing, output: nothing, changes: [], on: 'screen' })).toBeTruthy()
})

test('a query runs on the reader for the screen unless it says otherwise', () => {
  expect(query({ input: nothing, output: nothing, reads: [] }).on).toBe('screen')
  const count = query({ input: nothing, output: nothing, reads: [], on: 'background' })
  expect(count.on).toBe('background')
  expectTypeOf(count.on).toEqualTypeOf<'background'>()
})

test('topics are a list or follow from the input', () => {
  const input = z.strictObject({ runs: z.boolean() })
  const fixed = query({ input, output: nothing, reads: ['flow'] })
  expect(fixed.reads({ runs: true })).toEqual(['flow'])
  const varying = command({
    input,
    output: nothing,
    changes: ({ runs }) => (runs ? ['flow_run'] : []),
  })
  expect(varying.changes({ runs: true })).toEqual(['flow_run'])
  expect(varying.changes({ runs: false })).toEqual([])
})

test('the types follow from the schemas', () => {
  const declared = query({ input: doubled, output: z.array(doubled), reads: [] })
  expectTypeOf<InputOf<typeof declared>>().toEqualTypeOf<string>()
  expectTypeOf<ParsedInputOf<typeof declared>>().toEqualTypeOf<number>()
  expectTypeOf<OutputOf<typeof declared>>().toEqualTypeOf<number[]>()
  expect(declared.input.parse('abc')).toBe(6)
})
