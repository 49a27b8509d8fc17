import { useRef, useState, type DOMAttributes, type KeyboardEvent, type PointerEvent } from 'react'
import {
  keyAct,
  rangeOf,
  within,
  type BarCursor,
  type BarRange,
} from '../../lib/chart/bar-cursor.ts'

/** What a cursor over bars is given. */
export interface BarCursorProps {
  count: number
  /** The bar at a point of the page. */
  barAt: (clientX: number) => number
  /** A span was chosen. */
  onChoose: (range: BarRange) => void
  /** All is to be shown again. */
  onLeave: (() => void) | undefined
}

/**
 * A cursor over a chart's bars, by pointer and by keys: it moves, chooses a span (drag, or Shift and
 * an arrow), and tells which one was chosen (a click, the end of a drag, Enter).
 */
export function useBarCursor(props: BarCursorProps): {
  /** What is pointed at or being chosen; null where nothing is. */
  range: BarRange | null
  /** Where the keys stand, shown or not. */
  at: number
  handlers: DOMAttributes<HTMLElement>
} {
  const { count, onChoose, onLeave } = props
  const [cursor, setCursor] = useState<BarCursor | null>(null)
  const newest: BarCursor = { at: count - 1, anchor: null }
  const shown = cursor && count > 0 ? { ...cursor, at: within(cursor.at, count) } : null
  const choose = (range: BarRange): void => {
    onChoose(range)
    setCursor(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const pressed = { key: event.key, shift: event.shiftKey }
    const done = keyAct(pressed, shown ?? newest, count)
    if (!done || (done.act === 'leave' && !onLeave)) return
    event.preventDefault()
    event.stopPropagation()
    if (done.act === 'move') setCursor(done.cursor)
    else if (done.act === 'choose') choose(done.range)
    else onLeave?.()
  }
  const pointer = usePointer({ ...props, cursor: shown, setCursor, choose })
  return {
    range: shown && rangeOf(shown),
    at: shown?.at ?? newest.at,
    handlers: {
      ...pointer,
      onKeyDown,
      onFocus: () => setCursor((before) => before ?? newest),
      onBlur: () => setCursor(null),
    },
  }
}

/** The cursor's way with the pointer. */
function usePointer(props: {
  count: number
  barAt: (clientX: number) => number
  cursor: BarCursor | null
  setCursor: (cursor: BarCursor | null) => void
  choose: (range: BarRange) => void
}): DOMAttributes<HTMLElement> {
  const { count, barAt, cursor, setCursor, choose } = props
  const isDragging = useRef(false)
  const barOf = (event: PointerEvent): number => within(barAt(event.clientX), count)
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || count === 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      isDragging.current = true
      setCursor({ at: barOf(event), anchor: barOf(event) })
    },
    onPointerMove: (event) => {
      const at = barOf(event)
      setCursor({ at, anchor: isDragging.current ? (cursor?.anchor ?? at) : null })
    },
    onPointerUp: (event) => {
      if (!isDragging.current) return
      isDragging.current = false
      choose(rangeOf({ at: barOf(event), anchor: cursor?.anchor ?? null }))
    },
    onPointerLeave: () => {
      if (!isDragging.current) setCursor(null)
    },
    onPointerCancel: () => {
      isDragging.current = false
      setCursor(null)
    },
  }
}
