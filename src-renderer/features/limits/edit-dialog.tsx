import { Button, Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ChangeTable } from '../../components/change-table.tsx'
import { slotsInUse } from '../../lib/slots.ts'
import { useNow } from '../../lib/use-now.ts'
import { editChanges, type LimitEdit } from './changes.ts'
import { ConsequenceList } from './consequence-list.tsx'
import { editConsequences } from './consequences.ts'
import type { DialogOfLimit } from './limit-dialog.ts'
import { DecayInput, LimitInput } from './limit-inputs.tsx'
import { limitTitle, type LimitRow } from './limit-row.ts'
import classes from './limits.module.css'
import { rateFault, wholeFault } from './new-limit.ts'
import { useWrite, type Write } from './use-write.ts'

/** What is set anew; a field that stays as it is is not written. */
function changed(row: LimitRow, edit: LimitEdit): Partial<LimitEdit> {
  return {
    ...(edit.limit !== row.limit && { limit: edit.limit }),
    ...(edit.active !== row.active && { active: edit.active }),
    ...(edit.slot_decay_per_second !== row.slot_decay_per_second && {
      slot_decay_per_second: edit.slot_decay_per_second,
    }),
  }
}

/** The write of either table. */
function useEdit({ row, onClose }: DialogOfLimit): Write<LimitEdit> {
  const api = useApi()
  const message = `Changed ${limitTitle(row)}`
  const v2 = useWrite({
    options: api.concurrencyLimitsV2.updateConcurrencyLimit(),
    done: (isThere) => (isThere ? message : null),
    onClose,
  })
  const v1 = useWrite({
    options: api.concurrencyLimits.createConcurrencyLimit(),
    done: () => message,
    onClose,
  })
  if (row.v1) {
    return { ...v1, run: ({ limit }) => v1.run({ tag: row.name, concurrency_limit: limit }) }
  }
  return {
    ...v2,
    run: (edit) => v2.run({ concurrency_limit_id: row.id, concurrency_limit: changed(row, edit) }),
  }
}

/** Asks what is to be changed of a limit, and shows what that means. */
export function EditDialog(props: DialogOfLimit): ReactNode {
  const { row, isGone, onAct, onClose } = props
  const now = useNow()
  // Taken once: what is read anew does not touch what is being typed.
  const [limit, setLimit] = useState<number | string>(row.limit)
  const [active, setActive] = useState(row.active)
  const [decay, setDecay] = useState<number | string>(row.slot_decay_per_second)
  const faults = { limit: wholeFault(limit), decay: rateFault(decay) }
  const isRight = faults.limit === null && faults.decay === null
  const edit: LimitEdit = {
    limit: faults.limit === null ? Number(limit) : row.limit,
    active,
    slot_decay_per_second: faults.decay === null ? Number(decay) : row.slot_decay_per_second,
  }
  const write = useEdit(props)
  const used = slotsInUse(row, now)
  const isSame = Object.keys(changed(row, edit)).length === 0
  const switchesOff = row.active && !active && used > 0
  return (
    <ActDialog
      title={
        <>
          Change <code>{limitTitle(row)}</code>
        </>
      }
      isGone={isGone}
      isPending={write.isPending}
      error={write.error}
      onClose={onClose}
      act={{ label: 'Change', run: () => write.run(edit), disabled: !isRight || isSame }}
    >
      <div className={classes['fields']}>
        <LimitInput value={limit} onChange={setLimit} error={faults.limit} isFirst />
        {row.v2 && <DecayInput value={decay} onChange={setDecay} error={faults.decay} />}
      </div>
      {row.v2 && (
        <Switch
          label="Active: Prefect holds runs back by this limit"
          checked={active}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
      )}
      <ChangeTable
        table={row.v1 ? 'concurrency_limit' : 'concurrency_limit_v2'}
        changes={editChanges(row, isSame ? null : edit, now)}
      />
      <ConsequenceList consequences={editConsequences(row, edit, used)}>
        {switchesOff && (
          <Button variant="default" size="compact-sm" onClick={() => onAct('reset')}>
            Free its slots instead
          </Button>
        )}
      </ConsequenceList>
    </ActDialog>
  )
}
