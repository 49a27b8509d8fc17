/** Where a cursor over bars stands, and where the span that is being chosen began. */
export interface BarCursor {
  at: number
  anchor: number | null
}

/** The first and the last of some bars. */
export interface BarRange {
  first: number
  last: number
}

/** What a key does: it moves the cursor, chooses what it stands on, or leaves. */
export type KeyAct =
  { act: 'move'; cursor: BarCursor } | { act: 'choose'; range: BarRange } | { act: 'leave' }

/** How far the page keys go. */
const page = 7

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -page,
  PageDown: page,
  Home: -Infinity,
  End: Infinity,
}

/** The bars that a cursor stands on. */
export function rangeOf({ at, anchor }: BarCursor): BarRange {
  const other = anchor ?? at
  return { first: Math.min(at, other), last: Math.max(at, other) }
}

/** The nearest bar that there is. */
export function within(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}

/** What a key does to a cursor over so many bars; null for a key that means nothing here. */
export function keyAct(
  pressed: { key: string; shift: boolean },
  cursor: BarCursor,
  count: number,
): KeyAct | null {
  const step = steps[pressed.key]
  if (step !== undefined) {
    const anchor = pressed.shift ? (cursor.anchor ?? cursor.at) : null
    return { act: 'move', cursor: { at: within(cursor.at + step, count), anchor } }
  }
  if (pressed.key === 'Enter' || pressed.key === ' ') {
    return { act: 'choose', range: rangeOf(cursor) }
  }
  if (pressed.key !== 'Escape') return null
  // First it gives up the span that is being chosen.
  if (cursor.anchor === null) return { act: 'leave' }
  return { act: 'move', cursor: { at: cursor.at, anchor: null } }
}
