/** A row that was in sight. */
export interface SeenRow {
  id: string
  index: number
}

/**
 * By how many rows what was in sight has moved, most of it: the rows that came in or went away above
 * it. A single row that was sorted elsewhere does not take the others with it.
 */
export function rowsMoved(
  seen: readonly SeenRow[],
  indexOf: (id: string, near: number) => number,
): number {
  const moves = seen
    .map(({ id, index }) => ({ now: indexOf(id, index), index }))
    .filter(({ now }) => now >= 0)
    .map(({ now, index }) => now - index)
    .toSorted((a, b) => a - b)
  return moves[Math.floor((moves.length - 1) / 2)] ?? 0
}
