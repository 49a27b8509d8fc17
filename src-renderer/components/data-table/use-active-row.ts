import { useState, type KeyboardEvent } from 'react'

interface ActiveRowProps {
  /** Of the rows, in the order in which they are shown. */
  ids: readonly string[]
  /** Brings a row into sight. */
  show: (index: number) => void
  rowsInView: number
  /** The row whose details are shown; it is the active one when they come to be shown. */
  shown: string | undefined
  onActivate: (id: string, by: ActivatedBy) => void
  onOpen: (id: string) => void
}

/** What made a row the active one. */
export type ActivatedBy = 'pointer' | 'key'

/** The row that the keys work on: known by its id, so that it stays when others come and go. */
export interface ActiveRow {
  /** -1 where there is none. */
  index: number
  activate: (id: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

function target(
  key: string,
  from: number,
  { ids, rowsInView }: ActiveRowProps,
): number | undefined {
  const last = ids.length - 1
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from < 0 ? last : from - 1,
    PageDown: from + rowsInView,
    PageUp: from - rowsInView,
    Home: 0,
    End: last,
  }
  const to = moves[key]
  return to === undefined ? undefined : Math.max(0, Math.min(last, to))
}

/** Moves the active row with the keys. */
export function useActiveRow(props: ActiveRowProps): ActiveRow {
  const { ids, show, shown, onActivate, onOpen } = props
  const [id, setId] = useState<string | null>(shown ?? null)
  const [lastShown, setLastShown] = useState(shown)
  if (shown !== lastShown) {
    setLastShown(shown)
    if (shown !== undefined) setId(shown)
  }
  const index = id === null ? -1 : ids.indexOf(id)
  return {
    index,
    activate: (next) => {
      setId(next)
      onActivate(next, 'pointer')
    },
    onKeyDown: (event) => {
      // Keys inside a header's or a cell's own control are that control's.
      if (event.target !== event.currentTarget || ids.length === 0) return
      if (event.key === 'Enter' && id !== null && index >= 0) return onOpen(id)
      const to = target(event.key, index, props)
      if (to === undefined) return
      event.preventDefault()
      const next = ids[to]
      if (next === undefined) return
      setId(next)
      show(to)
      onActivate(next, 'key')
    },
  }
}
