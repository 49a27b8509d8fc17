import { NumberInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ChangeTable } from '../../components/change-table.tsx'
import { counted } from '../../lib/numbers.ts'
import { slotsInUse } from '../../lib/slots.ts'
import { useNow } from '../../lib/use-now.ts'
import { resetChanges } from './changes.ts'
import { ConsequenceList } from './consequence-list.tsx'
import { resetConsequences } from './consequences.ts'
import { Ledger } from './ledger.tsx'
import type { DialogOfLimit } from './limit-dialog.ts'
import { limitTitle } from './limit-row.ts'
import classes from './limits.module.css'
import { wholeFault } from './new-limit.ts'
import { useWrite } from './use-write.ts'

/** The act in words: more slots than there were are not freed. */
function actWords(used: number, after: number): string {
  if (after < used) return `Free ${counted(used - after, 'slot')}`
  return `Set to ${counted(after, 'slot')}`
}

function doneWords(title: string, used: number, after: number): string {
  if (after < used) return `Freed ${counted(used - after, 'slot')} of ${title}`
  return `Set ${title} to ${counted(after, 'slot')} in use`
}

/** Asks before the counter of a V2 limit is set. */
export function ResetDialog({ row, isGone, onClose }: DialogOfLimit): ReactNode {
  const api = useApi()
  const used = slotsInUse(row, useNow())
  const [typed, setTyped] = useState<number | string>(0)
  const fault = wholeFault(typed)
  const after = fault === null ? Number(typed) : 0
  const title = limitTitle(row)
  const reset = useWrite({
    options: api.concurrencyLimitsV2.resetConcurrencyLimit(),
    done: (limit) => limit && doneWords(title, used, limit.active_slots),
    onClose,
  })
  const isSame = after === used && after === row.active_slots
  return (
    <ActDialog
      title={
        <>
          {actWords(used, after)}
          {after < used ? ' of ' : ': '}
          <code>{title}</code>?
        </>
      }
      isGone={isGone}
      isPending={reset.isPending}
      error={reset.error}
      onClose={onClose}
      act={{
        label: actWords(used, after),
        run: () => reset.run({ concurrency_limit_id: row.id, active_slots: after }),
        disabled: fault !== null || isSame,
      }}
    >
      <ChangeTable table="concurrency_limit_v2" changes={resetChanges(row, after)} />
      <Ledger row={row} isGlance />
      <NumberInput
        classNames={{ root: classes['inline'] }}
        label="Slots in use after the reset"
        description="0 frees all; more where some are held with good reason."
        value={typed}
        onChange={setTyped}
        error={fault}
        min={0}
        allowDecimal={false}
      />
      <ConsequenceList consequences={resetConsequences(row, { used, after })} />
    </ActDialog>
  )
}
