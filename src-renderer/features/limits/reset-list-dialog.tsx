import { TagsInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { normalUuid } from '../../../src-shared/contract/schemas/prefect-uuid.ts'
import { useApi } from '../../api/api-context.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ChangeTable } from '../../components/change-table.tsx'
import { counted } from '../../lib/numbers.ts'
import { resetListChanges } from './changes.ts'
import { ConsequenceList } from './consequence-list.tsx'
import { resetConsequences } from './consequences.ts'
import { Ledger } from './ledger.tsx'
import type { DialogOfLimit } from './limit-dialog.ts'
import { limitTitle } from './limit-row.ts'
import { useWrite } from './use-write.ts'

function actWords(used: number, after: number): string {
  if (after < used) return `Free ${counted(used - after, 'slot')}`
  return `Set to ${counted(after, 'slot')}`
}

/** Asks before the list of task runs that hold the slots of a V1 limit is set. */
export function ResetListDialog({ row, isGone, onClose }: DialogOfLimit): ReactNode {
  const api = useApi()
  const [kept, setKept] = useState<string[]>([])
  const title = limitTitle(row)
  const used = row.active_slots
  const holders = row.v1?.active_slots ?? []
  const fault = kept.some((id) => normalUuid(id) === null) ? 'Give ids of task runs' : null
  const slots = kept.map((id) => normalUuid(id) ?? id)
  const reset = useWrite({
    options: api.concurrencyLimits.resetConcurrencyLimitByTag(),
    done: (limit) =>
      limit && `${actWords(used, slots.length).replace('Free', 'Freed')} of ${title}`,
    onClose,
  })
  const changes = resetListChanges(row, slots)
  return (
    <ActDialog
      title={
        <>
          {actWords(used, slots.length)} of <code>{title}</code>?
        </>
      }
      isGone={isGone}
      isPending={reset.isPending}
      error={reset.error}
      onClose={onClose}
      act={{
        label: actWords(used, slots.length),
        run: () => reset.run({ tag: row.name, slot_override: slots }),
        disabled: fault !== null || changes.every(({ before, after }) => before === after),
      }}
    >
      <ChangeTable table="concurrency_limit" changes={changes} />
      <Ledger row={row} isGlance />
      <TagsInput
        label="Task runs that keep a slot"
        description="None frees all slots. Pick those that hold one with good reason, or give ids."
        placeholder={kept.length === 0 ? 'None' : undefined}
        data={[...new Set(holders)]}
        value={kept}
        onChange={setKept}
        error={fault}
      />
      <ConsequenceList consequences={resetConsequences(row, { used, after: slots.length })} />
    </ActDialog>
  )
}
