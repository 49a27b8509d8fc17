import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Moment } from '../../components/moment.tsx'
import { Nothing } from '../../components/nothing.tsx'
import { ShortId } from '../../components/short-id.tsx'
import { counted } from '../../lib/numbers.ts'
import { slotsInUse } from '../../lib/slots.ts'
import { duration } from '../../lib/time.ts'
import { useNow } from '../../lib/use-now.ts'
import { decayWords } from './decay-words.ts'
import { Ledger } from './ledger.tsx'
import { kindNote, kindWords, type LimitRow } from './limit-row.ts'
import classes from './limits.module.css'
import type { LimitActs } from './row-actions.tsx'
import { SlotsNow } from './slot-cell.tsx'

/** All that is known of one limit, and what can be done with it. */
export function LimitDetails(
  props: LimitActs & {
    row: LimitRow
    /** Why nothing can be written, as a sentence; null where it can, or where there is none. */
    reason: string | null
  },
): ReactNode {
  const { row, canWrite, reason, onAct } = props
  const note = kindNote(row)
  return (
    <>
      <SlotsNow row={row} />
      {canWrite ? (
        <Acts row={row} onAct={onAct} />
      ) : (
        <p className={classes['muted']}>{reason ?? 'Open for reading only.'}</p>
      )}
      {note && <p className={classes['note']}>{note}</p>}
      <Facts row={row} />
      <Ledger row={row} />
    </>
  )
}

function Acts({ row, onAct }: Pick<LimitActs, 'onAct'> & { row: LimitRow }): ReactNode {
  const used = slotsInUse(row, useNow())
  return (
    <div className={classes['acts']}>
      <Button variant={used > 0 ? 'filled' : 'default'} onClick={() => onAct('reset', row)}>
        {used > 0 ? `Free ${counted(used, 'slot')}` : 'Set the slots'}
      </Button>
      <Button variant="default" onClick={() => onAct('edit', row)}>
        Edit
      </Button>
      <Button variant="default" onClick={() => onAct('delete', row)}>
        Delete
      </Button>
    </div>
  )
}

function Facts({ row }: { row: LimitRow }): ReactNode {
  const stored = row.v2
  return (
    <dl className={classes['facts']}>
      <Fact word={stored ? 'Name' : 'Tag'} isWide>
        <code>{stored?.name ?? row.name}</code>
      </Fact>
      <Fact word="Kind">{kindWords(row)}</Fact>
      <Fact word="Id">
        <ShortId id={row.id} />
      </Fact>
      {stored && <Fact word="Active">{row.active ? 'Yes' : 'No'}</Fact>}
      {stored && <Fact word="Decay">{decayWords(row.slot_decay_per_second) ?? <Nothing />}</Fact>}
      {row.slot_decay_per_second > 0 && (
        <Fact word="Stored counter">{counted(row.active_slots, 'slot')}</Fact>
      )}
      {stored && (
        <Fact word="Average occupancy">{duration(stored.avg_slot_occupancy_seconds)}</Fact>
      )}
      <Fact word="Created">
        <Moment at={row.created} />
      </Fact>
      <Fact word="Updated">
        <Moment at={row.updated} />
      </Fact>
    </dl>
  )
}

function Fact(props: { word: string; isWide?: boolean; children: ReactNode }): ReactNode {
  const { word, isWide, children } = props
  return (
    <div data-wide={isWide || undefined}>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  )
}
