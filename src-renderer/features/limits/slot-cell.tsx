import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { SlotBar } from '../../components/slot-bar.tsx'
import { slotsInUse } from '../../lib/slots.ts'
import { useNow } from '../../lib/use-now.ts'
import type { LimitRow } from './limit-row.ts'
import classes from './limits.module.css'

/** A limit's slots as they are now: decay moves them. */
export function SlotsNow({ row }: { row: LimitRow }): ReactNode {
  const used = slotsInUse(row, useNow())
  // Who holds a slot is not told apart here; nobody has to give back one that decays.
  const alive = row.slot_decay_per_second > 0 ? used : 0
  return <SlotBar limit={row.limit} used={used} alive={alive} />
}

/** {@link SlotsNow} in the table, where nothing beside them says who holds them. */
export function SlotCell({ row }: { row: LimitRow }): ReactNode {
  const isTold = row.slot_decay_per_second > 0 || row.active_slots === 0
  return (
    <Tooltip
      label="The counter does not say who holds a slot; the details do, as far as the file tells."
      disabled={isTold}
      openDelay={800}
      multiline
      maw={320}
    >
      <span className={classes['slots']}>
        <SlotsNow row={row} />
      </span>
    </Tooltip>
  )
}
