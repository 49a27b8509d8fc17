import { expect, test } from 'vitest'
import { sourceIds, taskInputs } from './task-inputs.ts'

test('each input tells where its value came from', () => {
  const stored = {
    data: [
      { input_type: 'task_run', id: 'a' },
      { input_type: 'flow_run', id: 'b' },
    ],
    path: [{ input_type: 'parameter', name: 'source' }],
    size: [{ input_type: 'constant', type: 'int' }],
    value: [],
    wait_for: [{ input_type: 'task_run', id: 'a' }],
  }
  expect(taskInputs(JSON.stringify(stored))).toEqual([
    {
      name: 'data',
      note: null,
      sources: [
        { kind: 'task_run', id: 'a' },
        { kind: 'flow_run', id: 'b' },
      ],
    },
    { name: 'path', note: null, sources: [{ kind: 'parameter', name: 'source' }] },
    { name: 'size', note: null, sources: [{ kind: 'constant', type: 'int' }] },
    { name: 'value', note: null, sources: [] },
    { name: 'wait_for', note: 'what it waited for', sources: [{ kind: 'task_run', id: 'a' }] },
  ])
})

test('what Prefect does not write is kept as it is', () => {
  expect(taskInputs('{"a": [{"input_type": "mystery", "q": 1}], "b": 7}')).toEqual([
    { name: 'a', note: null, sources: [{ kind: 'other', text: '{"input_type":"mystery","q":1}' }] },
    { name: 'b', note: null, sources: [{ kind: 'other', text: '7' }] },
  ])
  expect(taskInputs('no json')).toBeNull()
  expect(taskInputs('[1]')).toBeNull()
})

test('the runs that inputs came from are named once each', () => {
  const inputs =
    taskInputs(
      '{"a": [{"input_type": "task_run", "id": "x"}], "b": [{"input_type": "task_run", "id": "x"}]}',
    ) ?? []
  expect(sourceIds(inputs, 'task_run')).toEqual(['x'])
  expect(sourceIds(inputs, 'flow_run')).toEqual([])
})
