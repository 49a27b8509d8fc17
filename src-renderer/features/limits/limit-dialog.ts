import type { LimitRow } from './limit-row.ts'

/** What every dialog about a limit gets. */
export interface DialogOfLimit {
  /** As it is now, or as it was last, if it is gone. */
  row: LimitRow
  isGone: boolean
  /** Goes on with a reset of the same limit: the safe way. */
  onAct: (act: 'reset') => void
  /** It was deleted here. */
  onDeleted: () => void
  onClose: () => void
}
