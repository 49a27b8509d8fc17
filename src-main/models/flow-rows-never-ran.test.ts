import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../src-shared/contract/contract.ts'
import { openConnection, type Connection } from '../database/connection.ts'
import { reading } from '../database/model.ts'
import { buildDatabase } from '../testing/build-database.ts'
import { flowRows } from './flow-rows.ts'

const file = buildDatabase()
let connection: Connection

beforeAll(() => {
  const runs = { none: [], scheduled: [null, null], ran: [null, '2026-11-20 10:00:00.000000'] }
  for (const [name, starts] of Object.entries(runs)) {
    const flow = file.add.flow({ name })
    for (const start_time of starts) file.add.flowRun({ flow_id: flow.id, start_time })
  }
  connection = openConnection({ path: file.path, mode: 'reader' })
})

afterAll(() => {
  connection.close()
  file.remove()
})

async function names(input: object): Promise<string[]> {
  const parsed = contract.flowRows.readFlowRows.input.parse({ filters: {}, ...input })
  return (await flowRows.readFlowRows(reading(connection.db), parsed)).map(({ name }) => name)
}

test('a flow has never run while none of its runs has started', async () => {
  expect(await names({ neverRan: true })).toEqual(['none', 'scheduled'])
})

test('it is joined with the filters', async () => {
  const filters = { flows: { name: { any_: ['none', 'ran'] } } }
  expect(await names({ filters, neverRan: true })).toEqual(['none'])
  expect(await names({ filters })).toEqual(['none', 'ran'])
})
