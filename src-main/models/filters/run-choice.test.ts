import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../src-shared/contract/contract.ts'
import { openConnection, type Connection } from '../../database/connection.ts'
import { reading } from '../../database/model.ts'
import { buildDatabase, type DatabaseFile } from '../../testing/build-database.ts'
import type { WireFilters } from '../../testing/naive/wire.ts'
import { assertNoScan } from '../../testing/query-plan.ts'
import { askedRun, waysTo } from './flows-where.ts'
import { chooseForm } from './run-choice.ts'
import { hasRun, type RunForm } from './run-forms.ts'

const flowCount = 60
const runsEach = 100

let file: DatabaseFile
let connection: Connection

/**
 * Each flow's oldest run failed, its newest is scheduled, the others are completed; one flow's runs
 * are all paused, and three runs are being cancelled.
 */
function addRuns(flow: { id: string }, place: number): void {
  for (let run = 0; run < runsEach; run += 1) {
    const usual = run === 0 ? 'FAILED' : run === runsEach - 1 ? 'SCHEDULED' : 'COMPLETED'
    const rare = place < 3 && run === 7 ? 'CANCELLING' : usual
    file.add.flowRun({
      flow_id: flow.id,
      state_type: place === flowCount - 1 ? 'PAUSED' : rare,
      state_id: null,
      tags: run === 5 ? ['fifth'] : [],
    })
  }
}

beforeAll(() => {
  file = buildDatabase()
  file.fill(() => {
    for (let place = 0; place < flowCount; place += 1) {
      addRuns(file.add.flow({ name: `flow-${String(place).padStart(2, '0')}` }), place)
    }
  })
  connection = openConnection({ path: file.path, mode: 'reader' })
})

afterAll(() => {
  connection.close()
  file.remove()
})

async function formOf(question: WireFilters, wanted: number): Promise<RunForm> {
  const filters = contract.flows.countFlows.input.parse(question)
  return await chooseForm(reading(connection.db), {
    asked: askedRun(filters),
    ways: waysTo(filters),
    others: 'always',
    wanted,
  })
}

function inState(type: string): WireFilters {
  return { flow_runs: { state: { type: { any_: [type] } } } }
}

describe('flows with', () => {
  test('any run are asked each for one', async () => {
    expect(await formOf({ flow_runs: {} }, 5)).toMatchObject({ by: 'flows' })
  })

  test('a run as nearly all are: each is gone through', async () => {
    expect(await formOf(inState('COMPLETED'), 5)).toMatchObject({ by: 'flows' })
  })

  test('a run of a rare state: one pass through the index of the state', async () => {
    const form = await formOf(inState('CANCELLING'), 5)
    expect(form).toMatchObject({ by: 'runs', through: {}, manyFlows: false })
  })

  test('a run of a state that one flow alone has: one pass, though many runs have it', async () => {
    expect(await formOf(inState('PAUSED'), 5)).toMatchObject({ by: 'runs', through: {} })
  })

  test('a tag that no index finds: each is gone through from the end where it is near', async () => {
    const tagged = { flow_runs: { tags: { all_: ['fifth'] } } }
    expect(await formOf(tagged, 5)).toEqual({ by: 'flows', from: 'oldest' })
  })

  test('a tag that no run has: one pass over all runs', async () => {
    const tagged = { flow_runs: { tags: { all_: ['nowhere'] } } }
    const form = await formOf(tagged, Infinity)
    expect(form).toMatchObject({ by: 'runs' })
    expect(form).not.toHaveProperty('through')
  })
})

test.each<[string, RunForm]>([
  ['from the newest', { by: 'flows', from: 'newest' }],
  ['from the oldest', { by: 'flows', from: 'oldest' }],
])('going through the runs of each flow %s scans no table', async (_name, form) => {
  const asked = askedRun(contract.flows.countFlows.input.parse(inState('FAILED')))
  const run = (db: ReturnType<typeof reading>): Promise<unknown> =>
    db.selectFrom('flow').select('id').where(hasRun(asked, form)).execute()
  await expect(assertNoScan({ path: file.path, run })).resolves.toBeUndefined()
})
