import { expect, test } from 'vitest'
import type { FlowRow } from '../../../src-shared/contract/schemas/flow-row.ts'
import { flowTableRows } from './flow-table-row.ts'

const flow: FlowRow = {
  id: 'a',
  name: 'flow',
  created: null,
  updated: null,
  tags: [],
  labels: null,
  unreadable: [],
}
const uncounted = {
  statistics: undefined,
  durations: undefined,
  histories: undefined,
  relations: undefined,
}

test('figures that are not counted yet are not taken for nothing', () => {
  const [row] = flowTableRows([flow], uncounted)
  expect(row).toMatchObject(uncountedRow)
})

const uncountedRow = { statistics: undefined, durations: undefined, history: undefined }

test('a flow without figures has empty ones once all are counted', () => {
  const [row] = flowTableRows([flow], {
    statistics: [],
    durations: [],
    histories: [],
    relations: [],
  })
  expect(row).toMatchObject({
    statistics: { deployments: 0, runs: {}, lastRun: null, nextRun: null },
    durations: null,
    history: { days: [] },
    relations: { parents: [], children: [] },
  })
})

test('figures come to their flow', () => {
  const statistics = {
    flowId: 'a',
    deployments: 1,
    runs: { FAILED: 2 },
    lastRun: null,
    nextRun: null,
  }
  const [row] = flowTableRows([flow], { ...uncounted, statistics: [statistics] })
  expect(row?.statistics).toBe(statistics)
})
