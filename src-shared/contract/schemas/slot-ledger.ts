import { z } from 'zod'
import { timestamp } from './timestamp.ts'

/** Who took a slot, as far as the event says. */
export const slotHolder = z.object({
  taskRunId: z.string().nullable(),
  flowRunId: z.string().nullable(),
  /** The task run's name, or else the flow run's; null if neither is in the database. */
  name: z.string().nullable(),
  /** The state that this run is in now; null if it has none, or is not in the database. */
  stateType: z.string().nullable(),
  stateName: z.string().nullable(),
})

/** The type of {@link slotHolder}. */
export type SlotHolder = z.output<typeof slotHolder>

/** An acquisition of slots, and the release that ended it. */
export const slotAcquisition = z.object({
  /** Id of the acquisition's event. */
  eventId: z.string(),
  acquired: timestamp,
  /** Null while nobody has given the slots back, as far as the events tell. */
  released: timestamp.nullable(),
  slots: z.number(),
  holder: slotHolder,
})

/** The type of {@link slotAcquisition}. */
export type SlotAcquisition = z.output<typeof slotAcquisition>

/** What the events in the file say of a limit's slots. */
export const slotLedger = z.object({
  /** Newest first: every open acquisition that was asked for, and of the ended ones the last. */
  acquisitions: z.array(slotAcquisition),
  /** Number of acquisitions of this limit in the file. */
  acquiredCount: z.int(),
  /** Number of them that were given back. */
  releasedCount: z.int(),
  /** Slots of those that were not given back. */
  openSlots: z.number(),
  /** The oldest event of any kind that is kept; older acquisitions cannot be known. Null: no events. */
  oldestEvent: timestamp.nullable(),
})

/** The type of {@link slotLedger}. */
export type SlotLedger = z.output<typeof slotLedger>
