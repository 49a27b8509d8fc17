import { afterAll, beforeAll, expect, test } from 'vitest'
import { wireBed, type WireBed } from './wire-bed.ts'

let bed: WireBed

beforeAll(async () => {
  bed = await wireBed({ fill: ({ add }) => void add.flow({ name: 'etl', tags: ['nightly'] }) })
})

afterAll(() => bed.close())

test('a query says what it ran, a command and the host say nothing', async () => {
  const filters = { flows: { tags: { all_: ['nightly'] } } }
  const read = await bed.ask('flows.readFlows', filters)
  expect(read).toMatchObject({ ok: true, statements: [{ rows: 1, cut: false }] })
  const { statements = [] } = read as { statements?: { sql: string; parameters: unknown[] }[] }
  expect(statements[0]?.sql).toContain('from "flow"')
  expect(statements[0]?.parameters).toContain('nightly')
  expect(await bed.ask('flows.createFlow', { name: 'new' })).not.toHaveProperty('statements')
  expect(await bed.ask('app.session', {})).not.toHaveProperty('statements')
})
