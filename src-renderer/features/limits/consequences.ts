import { count, counted } from '../../lib/numbers.ts'
import type { LimitEdit } from './changes.ts'
import { decayWords } from './decay-words.ts'
import type { LimitRow } from './limit-row.ts'

/** What follows from an act, as a sentence. */
export interface Consequence {
  text: string
  /** Something breaks, or is aborted. */
  harm?: boolean
}

/** Whom a limit holds back, for a sentence. */
function runsOf({ kind, name }: Pick<LimitRow, 'kind' | 'name'>): string {
  if (kind === 'deployment') return 'flow runs of the deployment'
  return kind === 'global' ? 'runs that ask for it' : `task runs with the tag ${name}`
}

/** What limit 0 means to Prefect. */
function zeroLimit(row: Pick<LimitRow, 'kind' | 'name'>): Consequence {
  return { text: `A limit of 0 aborts all ${runsOf(row)}; it does not let them wait.`, harm: true }
}

function notAsked({ table }: LimitRow): Consequence {
  const text =
    table === 'v1'
      ? 'Current Prefect clients do not ask this table, so that no waiting run goes on because of it.'
      : 'The Prefect of this schema does not ask this table for tags, so that no waiting run goes on because of it.'
  return { text }
}

/** What a new limit does. */
export function createConsequences(
  row: Pick<LimitRow, 'kind' | 'name'>,
  limit: number,
): Consequence[] {
  if (limit === 0) return [zeroLimit(row)]
  const text = `It holds ${runsOf(row)} back from now on; those that run already have no slot of it.`
  return [{ text }]
}

/**
 * What a reset does.
 *
 * @param change - slots in use before and after.
 */
export function resetConsequences(
  row: LimitRow,
  { used, after }: { used: number; after: number },
): Consequence[] {
  if (row.kind === 'idleTag') return [notAsked(row)]
  if (!row.active) return [{ text: 'The limit is not active: nobody waits for its slots.' }]
  if (row.slot_decay_per_second > 0) return [decaying(row, after)]
  return [...goingOn(row, used, after), ...stillHeld(row, used, after)]
}

/** Nobody holds the slots of a limit that decays. */
function decaying({ limit }: LimitRow, after: number): Consequence {
  const free = Math.max(0, limit - after)
  const rest = after > 0 ? '; those in use go on coming back by themselves' : ''
  return { text: `${counted(free, 'slot')} can be taken at once then${rest}.` }
}

function goingOn({ limit }: LimitRow, used: number, after: number): Consequence[] {
  const free = limit - after
  if (free <= 0) return [{ text: 'No slot is free then: waiting runs go on waiting.' }]
  if (after >= used) return []
  return [{ text: `Up to ${counted(free, 'waiting run')} can go on, within about 30 s.` }]
}

function stillHeld(row: LimitRow, used: number, after: number): Consequence[] {
  if (after >= used) return []
  const keep = `What still runs with a slot goes on, so that more than ${count(row.limit)} may run at once until it ends.`
  if (row.table === 'v1') return [{ text: keep }]
  return [
    { text: keep },
    {
      text: 'A lease in the memory of a running server stays until it runs out or is given back; the counter then falls no lower than 0.',
    },
  ]
}

/** What an edit of a limit does. */
export function editConsequences(row: LimitRow, edit: LimitEdit, used: number): Consequence[] {
  if (row.kind === 'idleTag') return [notAsked(row)]
  return [
    ...activation(row, edit, used),
    ...(edit.limit === row.limit || !edit.active ? [] : limitChange(row, edit.limit, used)),
    ...decayChange(row, edit),
  ]
}

function activation(row: LimitRow, edit: LimitEdit, used: number): Consequence[] {
  if (edit.active === row.active) return []
  if (edit.active) return [{ text: `It holds ${runsOf(row)} back again, ${slotsUsed(used)}.` }]
  return [
    ...(used > 0 ? [brokenReleases(used, 'is not active')] : []),
    { text: `Nothing holds ${runsOf(row)} back while the limit is not active.` },
  ]
}

function slotsUsed(used: number): string {
  return used === 0 ? 'with every slot free' : `with ${counted(used, 'slot')} in use`
}

/** 8.8: a release has to find every limit of its lease, and find it active. */
function brokenReleases(used: number, state: string): Consequence {
  return {
    text: `${counted(used, 'slot')} of it ${used === 1 ? 'is' : 'are'} in use. A running server fails the state transition of a run that gives back a slot of a limit that ${state}.`,
    harm: true,
  }
}

function limitChange(row: LimitRow, limit: number, used: number): Consequence[] {
  if (limit === 0) return [zeroLimit(row)]
  if (used >= limit) {
    const over = used - limit
    const surplus = over > 0 ? `, ${count(over)} more than the limit` : ''
    return [
      {
        text: `${counted(used, 'slot')} in use${surplus}: nothing gets a slot before ${over > 0 ? `${count(over + 1)} are` : 'one is'} given back.`,
      },
    ]
  }
  return [{ text: `${counted(limit - used, 'slot')} free then.` }]
}

function decayChange(row: LimitRow, edit: LimitEdit): Consequence[] {
  const rate = edit.slot_decay_per_second
  if (rate === row.slot_decay_per_second) return []
  const words = decayWords(rate)
  if (words === null) return [{ text: 'Slots no longer come back by themselves.' }]
  return [{ text: `Slots come back by themselves, ${words}, from now on.` }]
}

/** What the deletion of a limit does. */
export function deleteConsequences(row: LimitRow, used: number): Consequence[] {
  if (row.kind === 'idleTag') return [notAsked(row)]
  const held = row.table === 'v2' && used > 0 ? [brokenReleases(used, 'is deleted')] : []
  return [...held, { text: `Nothing holds ${runsOf(row)} back from then on.` }, ...unlinked(row)]
}

function unlinked({ table, kind }: LimitRow): Consequence[] {
  if (table === 'v1' || kind === 'tag') return []
  if (kind === 'deployment') return [{ text: 'Its deployment keeps no limit.' }]
  return [{ text: 'A deployment that refers to it keeps no limit.' }]
}
