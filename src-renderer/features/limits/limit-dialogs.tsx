import { useState, type ReactNode } from 'react'
import { CreateDialog } from './create-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import type { LimitRow, LiveTagLimits } from './limit-row.ts'
import { ResetDialog } from './reset-dialog.tsx'
import { ResetListDialog } from './reset-list-dialog.tsx'

/** The dialog that is open: known by the limit's key, so that it stays when rows are read anew. */
export type OpenDialog = { act: 'create' } | { act: 'reset' | 'edit' | 'delete'; key: string }

/** The dialog that is open. */
export function LimitDialogs(props: {
  dialog: OpenDialog
  rows: readonly LimitRow[]
  live: LiveTagLimits
  onDialog: (dialog: OpenDialog | null) => void
  onCreated: (key: string) => void
  onDeleted: () => void
}): ReactNode {
  const { dialog, rows, live, onDialog, onCreated } = props
  const close = (): void => onDialog(null)
  if (dialog.act === 'create') {
    const onDone = (key: string): void => {
      close()
      onCreated(key)
    }
    return <CreateDialog rows={rows} live={live} onDone={onDone} onClose={close} />
  }
  return (
    <AboutLimit key={`${dialog.act} ${dialog.key}`} {...props} dialog={dialog} onClose={close} />
  )
}

function AboutLimit(props: {
  dialog: Exclude<OpenDialog, { act: 'create' }>
  rows: readonly LimitRow[]
  onDialog: (dialog: OpenDialog | null) => void
  onDeleted: () => void
  onClose: () => void
}): ReactNode {
  const { dialog, rows, onDialog, onDeleted, onClose } = props
  const found = rows.find(({ key }) => key === dialog.key)
  const [last, setLast] = useState(found)
  // Once it is gone, the dialog still says what it was about.
  if (found && found !== last) setLast(found)
  const row = found ?? last
  if (!row) return null
  const about = {
    row,
    isGone: !found,
    onAct: (act: 'reset') => onDialog({ act, key: row.key }),
    onDeleted: () => {
      onClose()
      onDeleted()
    },
    onClose,
  }
  if (dialog.act === 'edit') return <EditDialog {...about} />
  if (dialog.act === 'delete') return <DeleteDialog {...about} />
  return row.v1 ? <ResetListDialog {...about} /> : <ResetDialog {...about} />
}
