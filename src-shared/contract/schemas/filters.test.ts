import { describe, expect, test } from 'vitest'
import { contract } from '../contract.ts'

const { readFlows, countFlows } = contract.flows

const id = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'

/** Path and reason of each fault that a question has. */
function faults(question: unknown): [string, string][] {
  const issues = readFlows.input.safeParse(question).error?.issues ?? []
  return issues.map((issue) => [issue.path.join('.'), issue.message])
}

describe('keys', () => {
  test.each([
    [{ flow: {} }, '', 'flow'],
    [{ FLOWS: {} }, '', 'FLOWS'],
    [{ flows: { tag: {} } }, 'flows', 'tag'],
    [{ flows: { tags: { any_: [] } } }, 'flows.tags', 'any_'],
    [{ flows: { id: { operator: 'or_' } } }, 'flows.id', 'operator'],
    [{ flow_runs: { flow_id: {} } }, 'flow_runs', 'flow_id'],
    [{ flow_runs: { state: { type: { is_null_: true } } } }, 'flow_runs.state.type', 'is_null_'],
    [
      { flow_runs: { expected_start_time: { is_null_: true } } },
      'flow_runs.expected_start_time',
      'is_null_',
    ],
    [
      { flow_runs: { parent_flow_run_id: { is_null_: true } } },
      'flow_runs.parent_flow_run_id',
      'is_null_',
    ],
    [{ task_runs: { id: { not_any_: [] } } }, 'task_runs.id', 'not_any_'],
    [{ task_runs: { tags: { any_: [] } } }, 'task_runs.tags', 'any_'],
    [{ task_runs: { state: { type: { not_any_: [] } } } }, 'task_runs.state.type', 'not_any_'],
    [{ deployments: { paused: { is_null_: true } } }, 'deployments.paused', 'is_null_'],
    [{ work_pools: { name: { like_: 'x' } } }, 'work_pools.name', 'like_'],
  ])('in %j, an unknown one is refused where it stands: %s', (question, path, key) => {
    expect(faults(question)).toEqual([[path, `Unrecognized key: "${key}"`]])
  })

  test('of list and page are no part of a count', () => {
    for (const more of [{ sort: 'NAME_ASC' }, { limit: 1 }, { offset: 0 }])
      expect(countFlows.input.safeParse(more).success).toBe(false)
  })
})

describe('null and nothing', () => {
  test('a question of nothing is by name, without filter and limit', () => {
    expect(readFlows.input.parse({})).toEqual({ sort: 'NAME_ASC' })
    expect(countFlows.input.parse({})).toEqual({})
  })

  test.each(['flows', 'flow_runs', 'task_runs', 'deployments', 'work_pools'])(
    'an empty filter of %s stays one, with its operator',
    (name) => {
      expect(readFlows.input.parse({ [name]: {} })).toMatchObject({ [name]: { operator: 'and_' } })
      expect(readFlows.input.parse({ [name]: null })).toMatchObject({ [name]: null })
    },
  )

  test.each([
    { flows: { id: null, name: null, tags: null, deployment: null } },
    { flows: { name: { any_: null, like_: null } } },
    { flow_runs: { state: { type: null, name: { any_: null, not_any_: null } } } },
    { flow_runs: { start_time: { before_: null, after_: null, is_null_: null } } },
    { task_runs: { subflow_runs: { exists_: null } } },
    { deployments: { paused: { eq_: null }, concurrency_limit: { ge_: null } } },
    { limit: null, offset: null },
  ])('null is taken for not set in %j', (question) => {
    expect(readFlows.input.parse(question)).toMatchObject(question)
  })

  test.each([
    [{ flows: { operator: null } }, 'flows.operator'],
    [{ flows: { operator: 'and' } }, 'flows.operator'],
    [{ sort: null }, 'sort'],
    [{ sort: 'name_asc' }, 'sort'],
    [{ sort: 'ID_DESC' }, 'sort'],
  ])('%j is refused, for Prefect has no null there', (question, path) => {
    expect(faults(question).map(([at]) => at)).toEqual([path])
  })

  test("a task run's flow run must be there unless it is said otherwise", () => {
    const parse = (flow_run_id: object | null): unknown =>
      readFlows.input.parse({ task_runs: { flow_run_id } }).task_runs?.flow_run_id
    expect(parse({})).toEqual({ operator: 'and_', is_null_: false })
    expect(parse({ is_null_: null })).toEqual({ operator: 'and_', is_null_: null })
    expect(parse(null)).toBeNull()
  })
})

describe('values', () => {
  test('ids come in the normal form, wherever they stand', () => {
    const any_ = [id.toUpperCase(), `{${id}}`]
    const question = {
      flows: { id: { any_, not_any_: any_ } },
      flow_runs: {
        deployment_id: { any_ },
        parent_flow_run_id: { any_ },
        parent_task_run_id: { any_ },
        created_by: { id_: any_ },
      },
      task_runs: { flow_run_id: { any_ } },
      work_pools: { id: { any_ } },
    }
    const normal = JSON.stringify([id, id])
    const parsed = JSON.stringify(readFlows.input.parse(question))
    expect(parsed.split(normal)).toHaveLength(9)
  })

  test('times come in UTC with six fraction digits', () => {
    const start_time = { after_: '2026-01-02T03:04:05+02:00', before_: 1_700_000_000.5 }
    expect(readFlows.input.parse({ flow_runs: { start_time } }).flow_runs?.start_time).toEqual({
      after_: '2026-01-02T01:04:05.000000Z',
      before_: '2023-11-14T22:13:20.500000Z',
    })
  })

  test('booleans and integers are taken as Pydantic takes them', () => {
    const question = {
      flows: { deployment: { is_null_: 'yes' } },
      deployments: { paused: { eq_: 0 }, concurrency_limit: { ge_: '1' } },
      limit: '5',
      offset: true,
    }
    expect(readFlows.input.parse(question)).toMatchObject({
      flows: { deployment: { is_null_: true } },
      deployments: { paused: { eq_: false }, concurrency_limit: { ge_: 1 } },
      limit: 5,
      offset: 1,
    })
  })

  test.each<[unknown, string, string | undefined]>([
    [{ flows: { id: { any_: [id, 'etl'] } } }, 'flows.id.any_.1', 'Not a UUID'],
    [{ flows: { id: { any_: id } } }, 'flows.id.any_', undefined],
    [{ flows: { name: { any_: [1] } } }, 'flows.name.any_.0', undefined],
    [{ flows: { name: { like_: 5 } } }, 'flows.name.like_', undefined],
    [{ flows: [] }, 'flows', undefined],
    [
      { flow_runs: { state: { type: { any_: ['failed'] } } } },
      'flow_runs.state.type.any_.0',
      undefined,
    ],
    [
      { flow_runs: { end_time: { before_: 'yesterday' } } },
      'flow_runs.end_time.before_',
      'Not an ISO 8601 time',
    ],
    [{ deployments: { paused: { eq_: 'maybe' } } }, 'deployments.paused.eq_', 'Not true or false'],
    [{ limit: -1 }, 'limit', 'Less than 0'],
    [{ offset: -1 }, 'offset', 'Less than 0'],
    [{ limit: 1.5 }, 'limit', 'Not a whole number'],
    [{ offset: '' }, 'offset', 'Not a whole number'],
  ])('%j is refused at %s', (question, path, message) => {
    const [first, ...others] = faults(question)
    expect(others).toEqual([])
    expect(first?.[0]).toBe(path)
    if (message) expect(first?.[1]).toBe(message)
  })

  test('the name of a state is free text, its type one of nine', () => {
    const state = { name: { any_: ['Late', ''] }, type: { not_any_: ['CRASHED', 'CANCELLING'] } }
    expect(readFlows.input.parse({ flow_runs: { state } })).toMatchObject({ flow_runs: { state } })
  })

  test('every fault is told at once', () => {
    const question = { flows: { id: { any_: ['x'] } }, limit: -1, extra: 1 }
    expect(faults(question).map(([path]) => path)).toEqual(['flows.id.any_.0', 'limit', ''])
  })
})
