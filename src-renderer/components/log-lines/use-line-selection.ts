import { useState } from 'react'

/** The lines that are selected, as rows of the list. */
export interface LineSelection {
  /** The row that the keys work on; -1 where there is none. */
  active: number
  has: (row: number) => boolean
  /** First and last; null where nothing is selected. */
  range: { first: number; last: number } | null
  /** Selects a row; with `extends`, all from the one selected before to it. */
  select: (row: number, options: { extends: boolean }) => void
  selectAll: () => void
  clear: () => void
}

/**
 * Selects one line or a stretch of lines. Lines are known by their place in time, so that the same
 * ones stay selected when more come, whichever end these come to.
 */
export function useLineSelection(options: { count: number; newestFirst: boolean }): LineSelection {
  const { count, newestFirst } = options
  const [chosen, setChosen] = useState<{ anchor: number; head: number } | null>(null)
  const turned = (index: number): number => (newestFirst ? count - 1 - index : index)
  const ends = chosen && [turned(chosen.anchor), turned(chosen.head)]
  const range = ends && { first: Math.min(...ends), last: Math.max(...ends) }
  return {
    active: chosen ? turned(chosen.head) : -1,
    has: (row) => range !== null && row >= range.first && row <= range.last,
    range,
    select: (row, { extends: isLonger }) => {
      const head = turned(row)
      setChosen((before) => ({ anchor: isLonger && before ? before.anchor : head, head }))
    },
    selectAll: () => setChosen({ anchor: 0, head: count - 1 }),
    clear: () => setChosen(null),
  }
}
