import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-shared/contract/operation.ts'
import type { contract } from '../../src-shared/contract/contract.ts'
import { freshDatabase } from '../testing/fresh-database.ts'

const database = freshDatabase()
const { flows } = database.run

type Question = InputOf<typeof contract.flows.readFlows>

async function names(question: Question = {}): Promise<string[]> {
  return (await flows.readFlows(question)).map((flow) => flow.name)
}

describe('sort and page', () => {
  beforeEach(() => {
    for (const name of ['ÜBER', 'alpha', 'a_b', 'Zeta', 'axb', 'Beta']) {
      const second = name.length
      database.file.add.flow({ name, created: `2026-01-01 00:00:0${second}.000000` })
    }
  })

  test('is by name where nothing is said, in binary order', async () => {
    expect(await names()).toEqual(['Beta', 'Zeta', 'a_b', 'alpha', 'axb', 'ÜBER'])
  })

  test('can be by name downwards', async () => {
    const sort = 'NAME_DESC'
    expect(await names({ sort })).toEqual(['ÜBER', 'axb', 'alpha', 'a_b', 'Zeta', 'Beta'])
  })

  test('can be by the newest, ties by their id', async () => {
    const sort = 'CREATED_DESC'
    expect(await names({ sort })).toEqual(['alpha', 'ÜBER', 'Zeta', 'Beta', 'a_b', 'axb'])
  })

  test('can be by the last changed', async () => {
    const sort = 'UPDATED_DESC'
    expect(await names({ sort })).toEqual(['Beta', 'axb', 'Zeta', 'a_b', 'alpha', 'ÜBER'])
  })

  test.each<[Question, string[]]>([
    [{ limit: 2 }, ['Beta', 'Zeta']],
    [{ limit: 2, offset: 1 }, ['Zeta', 'a_b']],
    [{ offset: 4 }, ['axb', 'ÜBER']],
    [{ limit: null, offset: 5 }, ['ÜBER']],
    [{ limit: 0 }, []],
    [{ limit: 0, offset: 1 }, []],
    [{ limit: 9, offset: 6 }, []],
    [{ limit: 1, offset: 0 }, ['Beta']],
  ])('%j cuts out its page', async (page, expected) => {
    expect(await names(page)).toEqual(expected)
  })

  test.each([{ limit: -1 }, { offset: -1 }])('refuses %j', async (page) => {
    await expect(flows.readFlows(page)).rejects.toThrow('Less than 0')
  })
})

test('there is no limit unless one is given', async () => {
  database.file.fill(() => Array.from({ length: 1000 }, () => database.file.add.flow()))
  expect(await flows.readFlows({})).toHaveLength(1000)
  expect(await flows.countFlows({})).toBe(1000)
})

describe('the five filters together', () => {
  beforeEach(() => {
    const { add } = database.file
    const pool = add.workPool({ name: 'pool' })
    const queue = { work_queue_id: pool.default_queue_id }
    add.flow({ name: 'idle' })
    const split = add.flow({ name: 'split' })
    add.deployment({ flow_id: split.id, name: 'main' })
    add.deployment({ flow_id: split.id, name: 'other', ...queue })
    add.taskRun({ flow_run_id: add.flowRun({ flow_id: split.id, state_type: 'FAILED' }).id })
    const late = add.flowRun({ flow_id: split.id, state_type: 'COMPLETED' })
    add.taskRun({ flow_run_id: late.id, name: 'load' })
    const whole = add.flow({ name: 'whole' })
    add.deployment({ flow_id: whole.id, name: 'main', ...queue })
    const run = add.flowRun({ flow_id: whole.id, state_type: 'FAILED', ...queue })
    add.taskRun({ flow_run_id: run.id, name: 'load' })
    add.flowRun({ flow_id: add.flow({ name: 'started' }).id })
  })

  test.each<[string, Question, string[]]>([
    ['no filter asks nothing', {}, ['idle', 'split', 'started', 'whole']],
    ['an empty flow filter asks nothing', { flows: {} }, ['idle', 'split', 'started', 'whole']],
    ['null is no filter', { flow_runs: null }, ['idle', 'split', 'started', 'whole']],
    ['an empty run filter asks for a run', { flow_runs: {} }, ['split', 'started', 'whole']],
    ['an empty task run filter asks for a task run', { task_runs: {} }, ['split', 'whole']],
    ['an empty deployment filter asks for one', { deployments: {} }, ['split', 'whole']],
    ["an empty pool filter asks for a deployment's pool", { work_pools: {} }, ['split', 'whole']],
    [
      'one deployment satisfies deployment and pool filter',
      { deployments: { name: { any_: ['main'] } }, work_pools: { name: { any_: ['pool'] } } },
      ['whole'],
    ],
    [
      'one run satisfies run and task run filter',
      {
        flow_runs: { state: { type: { any_: ['FAILED'] } } },
        task_runs: { name: { any_: ['load'] } },
      },
      ['whole'],
    ],
    [
      'the run need not be one of the deployment',
      {
        deployments: { name: { any_: ['other'] } },
        flow_runs: { state: { type: { any_: ['FAILED'] } } },
      },
      ['split'],
    ],
    [
      'all of them hold at once',
      { flows: { name: { like_: 'SPL' } }, flow_runs: {}, task_runs: {}, deployments: {} },
      ['split'],
    ],
  ])('%s', async (_, question, expected) => {
    expect(await names(question)).toEqual(expected)
    expect(await flows.countFlows(question)).toBe(expected.length)
  })

  test('a flow comes once, however many of its runs match', async () => {
    const filter = { flow_runs: { name: { like_: '' } } }
    expect(await names(filter)).toEqual(['split', 'started', 'whole'])
    expect(await flows.countFlows(filter)).toBe(3)
  })
})
