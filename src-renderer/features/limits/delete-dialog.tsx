import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { ChangeTable } from '../../components/change-table.tsx'
import { slotsInUse } from '../../lib/slots.ts'
import { useNow } from '../../lib/use-now.ts'
import { deleteChanges } from './changes.ts'
import { ConsequenceList } from './consequence-list.tsx'
import { deleteConsequences } from './consequences.ts'
import type { DialogOfLimit } from './limit-dialog.ts'
import { limitTitle } from './limit-row.ts'
import { useWrite } from './use-write.ts'

/** Asks before a limit is deleted. */
export function DeleteDialog(props: DialogOfLimit): ReactNode {
  const { row, isGone, onAct, onDeleted, onClose } = props
  const api = useApi()
  const used = slotsInUse(row, useNow())
  const write = {
    done: (wasThere: boolean) => (wasThere ? `Deleted the limit ${limitTitle(row)}` : null),
    onClose: onDeleted,
  }
  const v1 = useWrite({ ...write, options: api.concurrencyLimits.deleteConcurrencyLimit() })
  const v2 = useWrite({ ...write, options: api.concurrencyLimitsV2.deleteConcurrencyLimit() })
  const deletion = row.v1 ? v1 : v2
  return (
    <ActDialog
      title={
        <>
          Delete the limit <code>{limitTitle(row)}</code>?
        </>
      }
      isGone={isGone}
      isPending={deletion.isPending}
      error={deletion.error}
      onClose={onClose}
      act={{
        label: 'Delete the limit',
        run: () => deletion.run({ concurrency_limit_id: row.id }),
        destroys: true,
      }}
    >
      <ChangeTable
        table={row.v1 ? 'concurrency_limit' : 'concurrency_limit_v2'}
        changes={deleteChanges(row)}
      />
      <ConsequenceList consequences={deleteConsequences(row, used)}>
        {row.v2 && used > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => onAct('reset')}>
            Free its slots instead
          </Button>
        )}
      </ConsequenceList>
    </ActDialog>
  )
}
