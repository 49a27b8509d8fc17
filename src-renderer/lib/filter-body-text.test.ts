import { describe, expect, test } from 'vitest'
import { groupsOf } from './filter-body.ts'
import { lineOf } from './filter-body-lines.ts'
import { readText } from './filter-body-text.ts'

function problems(text: string): string[] {
  return readText(text, groupsOf.flows).problems.map(
    ({ line, path, reason }) => `${line}: ${path} ${reason}`,
  )
}

describe('the text of a filter', () => {
  test('is what Prefect takes, as short as it can be said', () => {
    const text = '{"flows": {"operator": "and_", "id": null, "name": {"like_": "a", "any_": null}}}'
    expect(readText(text, groupsOf.flows).body).toEqual({ flows: { name: { like_: 'a' } } })
  })

  test('may be empty', () => {
    expect(readText(' \n', groupsOf.flows).body).toEqual({})
  })

  test('keeps empty objects and the null that means something', () => {
    const body = { flow_runs: {}, task_runs: { flow_run_id: { is_null_: null } } }
    expect(readText(JSON.stringify(body), groupsOf.flows).body).toEqual(body)
  })

  test('may be the whole body of a call: order and pages are left out, and named', () => {
    const read = readText('{"flows": null, "sort": "NAME_ASC", "limit": 10}', groupsOf.flows)
    expect(read).toEqual({ body: {}, leftOut: ['sort', 'limit'], problems: [] })
  })

  test('that Prefect would refuse names the line, the place and the reason', () => {
    const text = `{
  "flows": {
    "nme": {"like_": "a"},
    "id": {"any_": [
      "ca9df152-6a5c-4fd8-8a4b-5f8c9f0f0d11",
      "no id"
    ]}
  },
  "flow_runs": {"state": {"type": {"any_": ["Failed"]}}}
}`
    expect(problems(text)).toEqual(
      [
        '3: flows.nme is not known; allowed: operator, name, tags, deployment, id',
        '6: flows.id.any_.1 is not a UUID',
        expect.stringMatching(
          /^9: flow_runs\.state\.type\.any_\.0 is not one of SCHEDULED, .*CANCELLING/,
        ),
      ].toSorted((a, b) => String(a).localeCompare(String(b))),
    )
  })

  test('that is no JSON names the line', () => {
    expect(problems('{\n  "flows": {,}\n}')).toEqual([
      expect.stringMatching(/^2: {2}is not JSON: /),
    ])
    expect(problems('{\n  "flows": {\n')).toEqual([expect.stringMatching(/^2: {2}is not JSON: /)])
  })

  test('of another screen is refused', () => {
    expect(problems('{"work_pool_queues": {}}')).toEqual([
      '1: work_pool_queues is not known; allowed: flows, flow_runs, task_runs, deployments, work_pools',
    ])
    expect(readText('{"work_pool_queues": {}}', groupsOf.runs).body).toEqual({
      work_pool_queues: {},
    })
  })

  test.each(['[]', '1', '"flows"', 'null'])('%s is no object', (text) => {
    expect(problems(text)).toEqual(['1:  is not an object'])
  })
})

test('a line is found below lists, and by what is around a place that is not there', () => {
  const text = '{"a": [\n{"b": 1},\n{"b": "x, {\\"c\\": 1}",\n"c": 2}\n],\n"d": {}}'
  expect(lineOf(text, ['a', '0', 'b'])).toBe(2)
  expect(lineOf(text, ['a', '1', 'c'])).toBe(4)
  expect(lineOf(text, ['d'])).toBe(6)
  expect(lineOf(text, ['d', 'e'])).toBe(6)
})
