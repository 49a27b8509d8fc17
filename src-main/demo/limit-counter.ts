import { named } from './demo.ts'
import type { Demo, DemoLimit } from './demo.ts'
import type { RunScript, TaskScript } from './run-script.ts'
import { second } from './times.ts'

/** Counts what a task took of its limit and gave back, as the server counted it. */
export function countHold(demo: Demo, { hold }: TaskScript): void {
  if (hold === undefined || hold.from > demo.now) return
  const limit = named(demo.limits, hold.limit)
  take(limit, hold.slots, hold.from)
  if (hold.to === undefined || hold.to > demo.now || hold.leaked === true) return
  giveBack(limit, hold.slots, { from: hold.from, to: hold.to })
}

/** Counts the slot of a deployment's limit that its run holds from PENDING to its end. */
export function countDeploymentSlot(demo: Demo, run: RunScript): void {
  const limit = run.deployment?.limit
  if (limit === undefined) return
  let from: number | undefined
  for (const { type, at } of run.steps) {
    if (at > demo.now) break
    const holds = type === 'PENDING' || type === 'RUNNING' || type === 'CANCELLING'
    if (holds && from === undefined) {
      take(limit, 1, at)
      from = at
    } else if (!holds && from !== undefined) {
      giveBack(limit, 1, { from, to: at })
      from = undefined
    }
  }
}

/** `active_slots` as it is stored: with decay, what was left at the last acquisition, and that. */
export function storedSlots(limit: DemoLimit): number {
  const { decay = 0 } = limit.spec
  if (decay === 0) return limit.slots
  let slots = 0
  let before = 0
  for (const { at, slots: more } of limit.taken.toSorted((one, other) => one.at - other.at)) {
    const decayed = Math.floor((decay * (at - before)) / second)
    slots = Math.min(Math.max(0, slots - decayed) + more, limit.spec.limit)
    before = at
  }
  return slots
}

function take(limit: DemoLimit, slots: number, at: number): void {
  if ((limit.spec.decay ?? 0) > 0) limit.taken.push({ at, slots })
  else limit.slots += slots
  limit.updated = Math.max(limit.updated, at)
}

function giveBack(limit: DemoLimit, slots: number, held: { from: number; to: number }): void {
  const seconds = Math.max((held.to - held.from) / second / slots, 0.1)
  const share = 2 * limit.spec.limit
  limit.slots -= slots
  limit.averageOccupancy += (seconds - limit.averageOccupancy) / share
  limit.updated = Math.max(limit.updated, held.to)
}
