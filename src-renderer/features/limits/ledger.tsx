import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ConcurrencyLimit } from '../../../src-shared/contract/schemas/concurrency-limit.ts'
import type { SlotHolder, SlotLedger } from '../../../src-shared/contract/schemas/slot-ledger.ts'
import { useApi } from '../../api/api-context.tsx'
import { slotsInUse } from '../../lib/slots.ts'
import { useNow } from '../../lib/use-now.ts'
import { AcquisitionTable } from './acquisition-table.tsx'
import { HolderTable } from './holder-table.tsx'
import { holdersWords, ledgerWords } from './ledger-words.ts'
import type { LimitRow } from './limit-row.ts'
import classes from './limits.module.css'

/** Nothing is asked of the events where Prefect writes none. */
const noLedger: SlotLedger = {
  acquisitions: [],
  acquiredCount: 0,
  releasedCount: 0,
  openSlots: 0,
  oldestEvent: null,
}

const noHolders: SlotHolder[] = []

/** Who took a limit's slots and who gave them back, as far as the file tells. */
export function Ledger(props: {
  row: LimitRow
  /** A glance lists only the first few acquisitions. */
  isGlance?: boolean
}): ReactNode {
  const { row, isGlance = false } = props
  return (
    <section className={classes['ledger']}>
      <h3>{hasEvents(row) ? 'Who took and gave back slots' : 'Who holds slots'}</h3>
      {row.v1 ? <Holders limit={row.v1} /> : <Events row={row} isGlance={isGlance} />}
    </section>
  )
}

/** Prefect writes events of the slots of tag limits and global limits in the current table. */
function hasEvents({ table, kind }: LimitRow): boolean {
  return table === 'v2' && kind !== 'deployment'
}

function Events({ row, isGlance }: { row: LimitRow; isGlance: boolean }): ReactNode {
  const most = isGlance ? 4 : 20
  const api = useApi()
  const now = useNow()
  const query = useQuery({
    ...api.slotLedger.readSlotLedger({ concurrency_limit_id: row.id }),
    enabled: hasEvents(row),
  })
  const ledger = hasEvents(row) ? query.data : noLedger
  if (!ledger) return <Missing error={query.error} />
  const used = slotsInUse(row, now)
  return (
    <>
      <p>{ledgerWords({ row, used, ledger, now }).join(' ')}</p>
      <AcquisitionTable
        acquisitions={ledger.acquisitions.slice(0, most)}
        more={isGlance ? 0 : ledger.acquiredCount - most}
        decays={row.slot_decay_per_second > 0}
      />
    </>
  )
}

function Holders({ limit }: { limit: ConcurrencyLimit }): ReactNode {
  const api = useApi()
  const isHeld = limit.active_slots.length > 0
  const query = useQuery({
    ...api.slotLedger.readSlotHolders({ task_run_ids: limit.active_slots }),
    enabled: isHeld,
  })
  const holders = isHeld ? query.data : noHolders
  if (!holders) return <Missing error={query.error} />
  return (
    <>
      <p>{holdersWords(holders).join(' ')}</p>
      <HolderTable holders={holders} />
    </>
  )
}

/** While it is being read, or where it cannot be: what is offered beside it does not wait. */
function Missing({ error }: { error: Error | null }): ReactNode {
  if (!error) return <p className={classes['muted']}>Reading the events</p>
  return (
    <p role="alert" className={classes['harm']}>
      It cannot be read: {error.message}
    </p>
  )
}
