import type { SlotHolder, SlotLedger } from '../../../src-shared/contract/schemas/slot-ledger.ts'
import { count, counted } from '../../lib/numbers.ts'
import { stateLook } from '../../lib/states.ts'
import { elapsed, relativeTime } from '../../lib/time.ts'
import { decayWords } from './decay-words.ts'
import type { LimitRow } from './limit-row.ts'

/** What is known of a limit's slots when it is put into words. */
export interface LedgerCase {
  row: LimitRow
  /** Slots in use, after decay. */
  used: number
  ledger: SlotLedger
  /** In milliseconds since 1970. */
  now: number
}

/** Holders that a sentence names; the rest is a number. */
const mostNamed = 3

/** Clients' events come later by up to so much, in seconds. */
const lag = 10

/** "train-0 (Running)"; of a run that is not in the database, its id. */
export function holderWords({ name, stateType, stateName, ...ids }: SlotHolder): string {
  const id = ids.taskRunId ?? ids.flowRunId
  if (name === null) return id === null ? 'a run it does not name' : `${id.slice(0, 8)} (deleted)`
  return `${name} (${stateName ?? stateLook(stateType).word})`
}

/** Who took the limit's slots and who gave them back, in sentences. */
export function ledgerWords(known: LedgerCase): string[] {
  const { row, ledger } = known
  if (row.kind === 'deployment') {
    return [
      'Prefect writes no events for the slots of deployments. A flow run of the deployment holds one while it is Pending, Running or Cancelling.',
    ]
  }
  if (ledger.acquiredCount === 0) return [nothingTaken(known)]
  if (row.slot_decay_per_second > 0) return [decaying(known)]
  return [taken(known), ...compared(known), ...reach(known), ...lately(known)]
}

function nothingTaken({ used, ledger, now }: LedgerCase): string {
  if (ledger.oldestEvent === null) {
    const end = used > 0 ? ': who holds a slot cannot be known' : ''
    return `The file holds no events${end}.`
  }
  const oldest = `the oldest event in the file is from ${relativeTime(ledger.oldestEvent, now)}`
  if (used === 0) return `Nobody took a slot; ${oldest}.`
  return `The events do not reach back that far, or were lost: none tells who took a slot, and ${oldest}.`
}

function decaying({ row, ledger }: LedgerCase): string {
  const decay = decayWords(row.slot_decay_per_second)
  return `${counted(ledger.acquiredCount, 'acquisition')}. The slots of this limit come back by themselves, ${decay}, whoever took them.`
}

function taken({ ledger, now }: LedgerCase): string {
  const { acquiredCount, releasedCount, acquisitions } = ledger
  const open = acquiredCount - releasedCount
  if (open === 0) {
    return `${count(acquiredCount)} taken, ${count(releasedCount)} given back: nothing that the file knows of holds a slot.`
  }
  const holds = acquisitions.filter(({ released }) => released === null).slice(0, mostNamed)
  const names = holds.map(
    ({ holder, acquired }) => `${holderWords(holder)}, for ${elapsed(acquired, now)}`,
  )
  const more = open > holds.length ? [`and ${count(open - holds.length)} more`] : []
  const words = [...names, ...more].join('; ')
  if (releasedCount === 0) return `${count(open)} taken and not given back: ${words}.`
  return `${count(acquiredCount)} taken, ${count(releasedCount)} given back. Not given back: ${words}.`
}

/** The counter against the events: the first test of truth. */
function compared({ used, ledger }: LedgerCase): string[] {
  const { openSlots } = ledger
  const difference = count(Math.abs(used - openSlots))
  if (used > openSlots) {
    return [`The counter says ${count(used)}: ${difference} more than the events account for.`]
  }
  if (used < openSlots) {
    return [
      `The counter says ${count(used)}: ${difference} fewer. A client that was killed leaves its acquisition open, though the server has freed the slot.`,
    ]
  }
  return []
}

function reach({ row, used, ledger, now }: LedgerCase): string[] {
  const { openSlots, oldestEvent } = ledger
  if (used <= openSlots || oldestEvent === null || row.created >= oldestEvent) return []
  return [
    `The oldest event in the file is from ${relativeTime(oldestEvent, now)}: what was taken before is not among them.`,
  ]
}

function lately({ row, now }: LedgerCase): string[] {
  if (now - Date.parse(row.updated) >= lag * 1000) return []
  return ['The counter changed just now, and events come up to 5 s later.']
}

/** The states in which a run has ended. */
const ended: readonly (string | null)[] = ['COMPLETED', 'FAILED', 'CRASHED', 'CANCELLED']

/** Who holds the slots of a V1 limit, whose row names the task runs, in sentences. */
export function holdersWords(holders: readonly SlotHolder[]): string[] {
  if (holders.length === 0) return ['The row names no task run: nothing holds a slot.']
  const over = holders.filter(({ stateType }) => ended.includes(stateType)).length
  const gone = holders.filter(({ name, stateType }) => name === null && stateType === null).length
  return [
    `The row names ${counted(holders.length, 'task run')}.`,
    ...(over > 0 ? [`${over} of them ${over === 1 ? 'has' : 'have'} ended.`] : []),
    ...(gone > 0 ? [`${gone} of them ${gone === 1 ? 'is' : 'are'} not in the database.`] : []),
  ]
}
