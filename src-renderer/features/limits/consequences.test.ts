import { describe, expect, test } from 'vitest'
import type { LimitEdit } from './changes.ts'
import {
  createConsequences,
  deleteConsequences,
  editConsequences,
  resetConsequences,
  type Consequence,
} from './consequences.ts'
import { limitRows, type LimitRow } from './limit-row.ts'
import { v1Limit, v2Limit } from './test-rows.ts'

function v2(given: Parameters<typeof v2Limit>[0] = {}): LimitRow {
  const [row] = limitRows({ v1: [], v2: [v2Limit(given)] }, 'v2')
  if (!row) throw new Error('there is a row')
  return row
}

function v1(live: 'v1' | 'v2'): LimitRow {
  const [row] = limitRows({ v1: [v1Limit({ active_slots: ['a', 'b'] })], v2: [] }, live)
  if (!row) throw new Error('there is a row')
  return row
}

const texts = (consequences: readonly Consequence[]): string[] =>
  consequences.map(({ text }) => text)

const overAllocation =
  'What still runs with a slot goes on, so that more than 2 may run at once until it ends.'
const leases =
  'A lease in the memory of a running server stays until it runs out or is given back; the counter then falls no lower than 0.'

describe('a reset', () => {
  test('lets waiting runs go on', () => {
    expect(texts(resetConsequences(v2(), { used: 2, after: 0 }))).toEqual([
      'Up to 2 waiting runs can go on, within about 30 s.',
      overAllocation,
      leases,
    ])
    expect(texts(resetConsequences(v2(), { used: 2, after: 1 }))[0]).toBe(
      'Up to 1 waiting run can go on, within about 30 s.',
    )
  })

  test('to a full counter lets nothing go on', () => {
    expect(texts(resetConsequences(v2(), { used: 5, after: 2 }))).toEqual([
      'No slot is free then: waiting runs go on waiting.',
      overAllocation,
      leases,
    ])
  })

  test('of a limit that nobody waits for says so', () => {
    expect(texts(resetConsequences(v2({ active: false }), { used: 2, after: 0 }))).toEqual([
      'The limit is not active: nobody waits for its slots.',
    ])
    expect(texts(resetConsequences(v1('v2'), { used: 2, after: 0 }))).toEqual([
      'Current Prefect clients do not ask this table, so that no waiting run goes on because of it.',
    ])
  })

  test('of a limit that decays knows no holders', () => {
    const row = v2({ limit: 500, slot_decay_per_second: 0.05 })
    expect(texts(resetConsequences(row, { used: 300, after: 0 }))).toEqual([
      '500 slots can be taken at once then.',
    ])
    expect(texts(resetConsequences(row, { used: 300, after: 100 }))).toEqual([
      '400 slots can be taken at once then; those in use go on coming back by themselves.',
    ])
  })

  test('of a V1 limit in force knows no leases', () => {
    expect(texts(resetConsequences(v1('v1'), { used: 2, after: 0 }))).toEqual([
      'Up to 2 waiting runs can go on, within about 30 s.',
      overAllocation,
    ])
  })
})

describe('an edit', () => {
  const same: LimitEdit = { limit: 2, active: true, slot_decay_per_second: 0 }

  test.each<[string, Partial<LimitEdit>, number, string[]]>([
    ['nothing', {}, 2, []],
    [
      'a limit of 0',
      { limit: 0 },
      0,
      ['A limit of 0 aborts all task runs with the tag gpu; it does not let them wait.'],
    ],
    ['a higher limit', { limit: 4 }, 2, ['2 slots free then.']],
    [
      'a limit that is reached',
      { limit: 3 },
      3,
      ['3 slots in use: nothing gets a slot before one is given back.'],
    ],
    [
      'a limit that is passed',
      { limit: 1 },
      3,
      ['3 slots in use, 2 more than the limit: nothing gets a slot before 3 are given back.'],
    ],
    [
      'not active',
      { active: false },
      0,
      ['Nothing holds task runs with the tag gpu back while the limit is not active.'],
    ],
    [
      'decay',
      { slot_decay_per_second: 0.5 },
      0,
      ['Slots come back by themselves, 1 every 2 s, from now on.'],
    ],
  ])('to %s', (...[, given, used, expected]) => {
    expect(texts(editConsequences(v2(), { ...same, ...given }, used))).toEqual(expected)
  })

  test('that switches a held limit off does harm', () => {
    const [first] = editConsequences(v2(), { ...same, active: false }, 2)
    expect(first).toEqual({
      text: '2 slots of it are in use. A running server fails the state transition of a run that gives back a slot of a limit that is not active.',
      harm: true,
    })
  })

  test('that switches it on counts what is in use', () => {
    const off = v2({ active: false })
    expect(texts(editConsequences(off, same, 0))).toEqual([
      'It holds task runs with the tag gpu back again, with every slot free.',
    ])
    expect(texts(editConsequences(off, same, 1))[0]).toMatch(/with 1 slot in use\.$/)
  })

  test('that ends the decay says so', () => {
    const decaying = v2({ slot_decay_per_second: 1 })
    expect(texts(editConsequences(decaying, same, 0))).toEqual([
      'Slots no longer come back by themselves.',
    ])
  })
})

describe('a deletion', () => {
  test('of a held limit does harm', () => {
    expect(deleteConsequences(v2(), 1)).toEqual([
      {
        text: '1 slot of it is in use. A running server fails the state transition of a run that gives back a slot of a limit that is deleted.',
        harm: true,
      },
      { text: 'Nothing holds task runs with the tag gpu back from then on.' },
    ])
  })

  test.each([
    ['deployment:x', 'Its deployment keeps no limit.'],
    ['db', 'A deployment that refers to it keeps no limit.'],
  ])('of %s unlinks deployments', (name, text) => {
    expect(texts(deleteConsequences(v2({ name }), 0))[1]).toBe(text)
  })

  test('of a V1 limit does none', () => {
    expect(deleteConsequences(v1('v1'), 2)).toEqual([
      { text: 'Nothing holds task runs with the tag ftp back from then on.' },
    ])
  })
})

test('a new limit holds back who comes, or aborts them', () => {
  const tag = { kind: 'tag', name: 'gpu' } as const
  expect(texts(createConsequences(tag, 1))).toEqual([
    'It holds task runs with the tag gpu back from now on; those that run already have no slot of it.',
  ])
  expect(createConsequences({ kind: 'global', name: 'db' }, 0)).toEqual([
    {
      text: 'A limit of 0 aborts all runs that ask for it; it does not let them wait.',
      harm: true,
    },
  ])
})
