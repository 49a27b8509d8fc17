import type { Change } from '../../components/change-table.tsx'
import { slotsInUse } from '../../lib/slots.ts'
import { storedTime } from '../../lib/time.ts'
import { tagLimitName, type LimitRow } from './limit-row.ts'

/** What a person sets of a V2 limit that is there. */
export interface LimitEdit {
  limit: number
  active: boolean
  slot_decay_per_second: number
}

/** What a person sets of a new limit. */
export interface NewLimit {
  table: 'v1' | 'v2'
  /** As it is stored: a V2 limit of a tag has the name `tag:<tag>`. */
  name: string
  limit: number
  slot_decay_per_second: number
}

/** The name that a new limit of a kind is stored by. */
export function storedName(kind: 'tag' | 'global', name: string, table: 'v1' | 'v2'): string {
  return kind === 'tag' && table === 'v2' ? tagLimitName(name) : name
}

/** A row's columns as text; `moment` is what stands under `updated`. */
function columnsOf(row: LimitRow, moment: string): Record<string, string> {
  if (row.v1) {
    const { tag, concurrency_limit, active_slots } = row.v1
    return {
      tag,
      concurrency_limit: String(concurrency_limit),
      active_slots: idList(active_slots),
      updated: moment,
    }
  }
  return {
    name: row.v2?.name ?? row.name,
    limit: String(row.limit),
    active: String(row.active),
    active_slots: String(row.active_slots),
    denied_slots: String(row.v2?.denied_slots ?? 0),
    slot_decay_per_second: String(row.slot_decay_per_second),
    updated: moment,
  }
}

/** A list of ids by their first characters. */
function idList(ids: readonly string[]): string {
  return `[${ids.map((id) => id.slice(0, 8)).join(', ')}]`
}

function changesOf(row: LimitRow, next: Readonly<Record<string, string>>): Change[] {
  const before = columnsOf(row, storedTime(row.updated))
  return Object.entries(before).map(([column, value]) => ({
    column,
    before: value,
    after: next[column] ?? value,
  }))
}

/** What a reset of a V2 limit writes. */
export function resetChanges(row: LimitRow, slots: number): Change[] {
  return changesOf(row, { active_slots: String(slots), denied_slots: '0', updated: 'now' })
}

/** What a reset of a V1 limit writes: nothing, where the list stays as it is. */
export function resetListChanges(row: LimitRow, slots: readonly string[]): Change[] {
  const same = JSON.stringify(slots) === JSON.stringify(row.v1?.active_slots)
  return changesOf(row, same ? {} : { active_slots: idList(slots), updated: 'now' })
}

/**
 * What an edit writes; null: nothing yet. The decay until then is written too: moving `updated`,
 * from which it is counted, would bring the slots back.
 */
export function editChanges(row: LimitRow, edit: LimitEdit | null, now: number): Change[] {
  if (edit === null) return changesOf(row, {})
  if (row.v1) return changesOf(row, { concurrency_limit: String(edit.limit), updated: 'now' })
  return changesOf(row, {
    limit: String(edit.limit),
    active: String(edit.active),
    active_slots: String(slotsInUse(row, now)),
    slot_decay_per_second: String(edit.slot_decay_per_second),
    updated: 'now',
  })
}

/** What a deletion takes away. */
export function deleteChanges(row: LimitRow): Change[] {
  return changesOf(row, {}).map((change) => ({ ...change, after: null }))
}

/** The row that a creation writes. */
export function createChanges(limit: NewLimit): Change[] {
  const { table, name, limit: slots, slot_decay_per_second } = limit
  const after =
    table === 'v1'
      ? { tag: name, concurrency_limit: String(slots), active_slots: '[]' }
      : {
          name,
          limit: String(slots),
          active: 'true',
          active_slots: '0',
          slot_decay_per_second: String(slot_decay_per_second),
        }
  return Object.entries(after).map(([column, value]) => ({ column, before: null, after: value }))
}
