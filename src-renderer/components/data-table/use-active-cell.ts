import { useState } from 'react'
import { nothingActive, resolveActive, type ActiveCell } from './active-cell.ts'
import type { RowSource } from './use-row-source.ts'

/**
 * What the keys work on, and a way to move it. The row whose details come to be shown becomes the
 * active one.
 */
export function useActiveCell(props: {
  source: RowSource<unknown>
  /** The ids of the columns that are shown. */
  columns: readonly string[]
  shown: string | undefined
}): [ActiveCell, (active: ActiveCell) => void] {
  const { source, columns, shown } = props
  const [active, setActive] = useState<ActiveCell>(nothingActive)
  const [lastShown, setLastShown] = useState<string>()
  if (shown !== lastShown) {
    const index = shown === undefined ? -1 : source.indexOf(shown, active.index)
    // A row that is not here yet may come.
    if (shown === undefined || index >= 0) setLastShown(shown)
    if (shown !== undefined && index >= 0 && active.id !== shown) {
      setActive({ isHead: false, index, id: shown, column: null })
    }
  }
  return [resolveActive(active, source, columns), setActive]
}
