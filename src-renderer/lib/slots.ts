/** A slot counter as it is stored. */
export interface SlotCounter {
  active_slots: number
  slot_decay_per_second: number
  /** Since when it decays, ISO 8601. */
  updated: string
}

/**
 * The slots in use at a moment: the stored counter less what has decayed since it was written. A
 * clock that is behind brings none back, unlike in Prefect.
 *
 * @param now - in milliseconds since 1970.
 */
export function slotsInUse(counter: SlotCounter, now: number): number {
  const { active_slots, slot_decay_per_second, updated } = counter
  const age = Math.max(0, (now - Date.parse(updated)) / 1000)
  return Math.max(0, active_slots - Math.floor(slot_decay_per_second * age))
}

/** True where a limit is in force and has no free slot, nor gets one by decay. */
export function isFull(limit: SlotCounter & { limit: number; active: boolean }): boolean {
  const { active, active_slots, slot_decay_per_second } = limit
  // A limit of 0 has no slots to be freed.
  return active && slot_decay_per_second === 0 && active_slots > 0 && active_slots >= limit.limit
}
