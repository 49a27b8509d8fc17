import { describe, expect, test } from 'vitest'
import type {
  SlotAcquisition,
  SlotHolder,
  SlotLedger,
} from '../../../src-shared/contract/schemas/slot-ledger.ts'
import { holdersWords, holderWords, ledgerWords, type LedgerCase } from './ledger-words.ts'
import { limitRows } from './limit-row.ts'
import { v2Limit } from './test-rows.ts'

const now = Date.parse('2026-11-20T12:00:00Z')

function holder(given: Partial<SlotHolder> = {}): SlotHolder {
  return {
    taskRunId: 'a2000000-0000-4000-8000-000000000001',
    flowRunId: null,
    name: 'train-0',
    stateType: 'RUNNING',
    stateName: 'Running',
    ...given,
  }
}

function open(given: Partial<SlotAcquisition> = {}): SlotAcquisition {
  return {
    eventId: 'e1',
    acquired: '2026-11-20T09:00:00.000000Z',
    released: null,
    slots: 1,
    holder: holder(),
    ...given,
  }
}

function words(
  ledger: Partial<SlotLedger>,
  more: Partial<Omit<LedgerCase, 'ledger'>> & { limit?: Parameters<typeof v2Limit>[0] } = {},
): string[] {
  const { limit, ...known } = more
  const [row] = limitRows({ v1: [], v2: [v2Limit({ active_slots: 2, ...limit })] }, 'v2')
  if (!row) throw new Error('there is a row')
  return ledgerWords({
    row,
    used: row.active_slots,
    now,
    ledger: {
      acquisitions: [],
      acquiredCount: 0,
      releasedCount: 0,
      openSlots: 0,
      oldestEvent: '2026-11-13T12:00:00.000000Z',
      ...ledger,
    },
    ...known,
  })
}

const reach =
  'The oldest event in the file is from 7 days ago: what was taken before is not among them.'

describe('what was taken', () => {
  test('and given back leaves nobody who holds a slot', () => {
    expect(words({ acquiredCount: 2, releasedCount: 2 })).toEqual([
      '2 taken, 2 given back: nothing that the file knows of holds a slot.',
      'The counter says 2: 2 more than the events account for.',
      reach,
    ])
  })

  test('and not given back names its holder', () => {
    const ledger = { acquisitions: [open()], acquiredCount: 1, openSlots: 1 }
    expect(words(ledger, { used: 1 })).toEqual([
      '1 taken and not given back: train-0 (Running), for 3 h.',
    ])
  })

  test('names three holders and counts the others', () => {
    const acquisitions = ['a', 'b', 'c', 'd', 'e'].map((name) => open({ holder: holder({ name }) }))
    const ledger = { acquisitions, acquiredCount: 1205, releasedCount: 1200, openSlots: 5 }
    expect(words(ledger, { used: 5 })).toEqual([
      '1,205 taken, 1,200 given back. Not given back: a (Running), for 3 h; b (Running), for 3 h; c (Running), for 3 h; and 2 more.',
    ])
  })

  test('is compared with a counter that says less', () => {
    const ledger = { acquisitions: [open()], acquiredCount: 1, openSlots: 1 }
    expect(words(ledger, { used: 0 })[1]).toBe(
      'The counter says 0: 1 fewer. A client that was killed leaves its acquisition open, though the server has freed the slot.',
    )
  })

  test('is not compared with what was before the limit was made', () => {
    const limit = { created: '2026-11-19T12:00:00.000000Z' }
    expect(words({ acquiredCount: 2, releasedCount: 2 }, { limit })).not.toContain(reach)
  })

  test('is said to come late where the counter has just changed', () => {
    const limit = { updated: '2026-11-20T11:59:55.000000Z' }
    expect(words({ acquiredCount: 2, releasedCount: 2 }, { limit }).at(-1)).toBe(
      'The counter changed just now, and events come up to 5 s later.',
    )
  })
})

describe('where the events tell nothing', () => {
  test('because there are none', () => {
    expect(words({ oldestEvent: null })).toEqual([
      'The file holds no events: who holds a slot cannot be known.',
    ])
    expect(words({ oldestEvent: null }, { used: 0 })).toEqual(['The file holds no events.'])
  })

  test('because they do not reach back', () => {
    expect(words({})).toEqual([
      'The events do not reach back that far, or were lost: none tells who took a slot, and the oldest event in the file is from 7 days ago.',
    ])
  })

  test('because there is nothing to tell', () => {
    expect(words({}, { used: 0 })).toEqual([
      'Nobody took a slot; the oldest event in the file is from 7 days ago.',
    ])
  })

  test('because it is a deployment', () => {
    const [first, ...others] = words({}, { limit: { name: 'deployment:x' } })
    expect(first).toMatch(/^Prefect writes no events for the slots of deployments/)
    expect(others).toEqual([])
  })
})

test('a limit that decays is given nothing back', () => {
  const limit = { slot_decay_per_second: 0.05 }
  expect(words({ acquiredCount: 82, openSlots: 5220 }, { limit })).toEqual([
    '82 acquisitions. The slots of this limit come back by themselves, 1 every 20 s, whoever took them.',
  ])
})

test.each<[Partial<SlotHolder>, string]>([
  [{}, 'train-0 (Running)'],
  [{ stateName: null }, 'train-0 (Running)'],
  [{ stateName: null, stateType: null }, 'train-0 (No state)'],
  [{ name: null, stateName: null, stateType: null }, 'a2000000 (deleted)'],
  [{ name: null, stateName: null, stateType: null, taskRunId: null }, 'a run it does not name'],
])('a holder %j is %s', (given, expected) => {
  expect(holderWords(holder(given))).toBe(expected)
})

describe('the holders of a V1 limit', () => {
  const gone = { name: null, stateType: null, stateName: null }

  test.each<[Partial<SlotHolder>[], string]>([
    [[], 'The row names no task run: nothing holds a slot.'],
    [[{}], 'The row names 1 task run.'],
    [[{}, { stateType: 'CRASHED' }], 'The row names 2 task runs. 1 of them has ended.'],
    [
      [{ stateType: 'COMPLETED' }, { stateType: 'FAILED' }, gone],
      'The row names 3 task runs. 2 of them have ended. 1 of them is not in the database.',
    ],
  ])('%j', (holders, expected) => {
    expect(holdersWords(holders.map(holder)).join(' ')).toBe(expected)
  })
})
