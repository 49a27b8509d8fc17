import { useLayoutEffect, useRef } from 'react'
import { rowsMoved, type SeenRow } from './held-scroll.ts'
import type { RowSource } from './use-row-source.ts'
import { rowHeight, type RowWindow } from './use-row-window.ts'

/** The height of the bar of actions above the table, in pixels; the stylesheet has it too. */
const barHeight = 36

/**
 * Keeps what is in sight where it is: when rows come in above, and when the bar of actions comes or
 * goes. At the very top new rows are let in. Rows in another order or by another filter are shown
 * from the first on, and the row whose details are open is shown at first.
 */
export function useHeldScroll(props: {
  source: RowSource<unknown>
  window: RowWindow
  hasBar: boolean
  /** What the rows are sorted and filtered by. */
  view: string
  /** The row whose details are open; -1 where none is. */
  shown: number
  /** The row that the keys work on; -1 where none is. */
  active: number
}): void {
  const { source, window, hasBar, view, shown, active } = props
  const seen = useRef<{ rows: readonly SeenRow[]; source: unknown; view: string }>(null)
  useLayoutEffect(() => {
    const before = seen.current
    if (before && before.view !== view) window.goToTop()
    else if (before && before.source !== source && !window.isAtTop()) {
      const moved = rowsMoved(before.rows, source.indexOf)
      if (moved !== 0) window.moveBy(moved * rowHeight)
    }
  })
  useLayoutEffect(() => {
    const rows: SeenRow[] = []
    for (let index = window.first; index <= window.last; index += 1) {
      const id = source.idAt(index)
      if (id !== undefined) rows.push({ id, index })
    }
    seen.current = { rows, source, view }
  })
  const hadBar = useRef(hasBar)
  useLayoutEffect(() => {
    if (hadBar.current === hasBar) return
    hadBar.current = hasBar
    window.moveBy(hasBar ? barHeight : -barHeight)
    if (active >= 0) window.show(active)
  })
  const isPlaced = useRef(false)
  useLayoutEffect(() => {
    if (isPlaced.current || window.width === 0 || source.count === 0) return
    isPlaced.current = true
    if (shown >= 0) window.show(shown)
  })
}
