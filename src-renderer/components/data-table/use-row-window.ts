import { useCallback, useRef, useState, type RefObject } from 'react'
import { afterScroll, scrolledTo, scrollScale, type ScrollPlace } from './scroll-scale.ts'

/** In pixels; the stylesheet has it too, as `--sl-row-height`. */
export const rowHeight = 32

/** Rows that are drawn above and below those in sight. */
const beyond = 8

/** What is scrolled, and its size in pixels, the table's head in it. */
export interface ScrolledView {
  element: RefObject<HTMLDivElement | null>
  scrollTo: (scrolled: number) => void
  width: number
  height: number
}

/** The rows in sight, and where they are drawn. */
export interface RowWindow {
  element: RefObject<HTMLDivElement | null>
  /** Of the table, in pixels. */
  width: number
  /** Of the element that holds the rows, in pixels. */
  height: number
  /** The first and the last row in sight. */
  first: number
  last: number
  /** The rows that are drawn. */
  drawn: number[]
  rowsInView: number
  /** How far from the top of its element a row is drawn, in pixels. */
  topOfRow: (index: number) => number
  onScroll: () => void
  /** Brings a row into sight, by as little as is needed. */
  show: (index: number) => void
  /** Moves by as many pixels. */
  moveBy: (pixels: number) => void
  goToTop: () => void
  /** True at the very top. */
  isAtTop: () => boolean
}

/**
 * Draws of any number of rows those in sight. Rows are of one height, so nothing is measured; what is
 * taller than an element can be is scaled.
 */
export function useRowWindow(count: number, view: ScrolledView): RowWindow {
  const { element, scrollTo, width, height: outer } = view
  const place = useRef<ScrollPlace>({ top: 0, scrolled: 0 })
  const [seen, setSeen] = useState({ first: 0, shift: 0 })
  const viewHeight = Math.max(0, outer - rowHeight)
  const scale = scrollScale(count * rowHeight, viewHeight)
  const settle = useCallback(
    (next: ScrollPlace) => {
      place.current = next
      scrollTo(next.scrolled)
      const first = Math.floor(next.top / rowHeight)
      const shift = next.top - next.scrolled
      setSeen((now) => (now.first === first && now.shift === shift ? now : { first, shift }))
    },
    [scrollTo],
  )
  const goTo = (top: number): void => {
    const within = Math.round(Math.max(0, Math.min(scale.mostTop, top)))
    settle({ top: within, scrolled: scrolledTo(scale, within) })
  }
  const rowsInView = Math.max(1, Math.floor(viewHeight / rowHeight))
  const first = Math.max(0, Math.min(seen.first, count - 1))
  const last = Math.min(count - 1, first + rowsInView + 1)
  const from = Math.max(0, first - beyond)
  const to = Math.min(count - 1, last + beyond)
  return {
    element,
    width,
    height: scale.height,
    first,
    last,
    drawn: Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index),
    rowsInView,
    topOfRow: (index) => index * rowHeight - seen.shift,
    onScroll: () => {
      const scrolled = element.current?.scrollTop ?? 0
      if (scrolled !== place.current.scrolled) {
        settle(afterScroll(scale, place.current, { scrolled, viewHeight }))
      }
    },
    show: (index) => {
      const { top } = place.current
      const rowTop = index * rowHeight
      if (rowTop < top) goTo(rowTop)
      else if (rowTop + rowHeight > top + viewHeight) goTo(rowTop + rowHeight - viewHeight)
    },
    moveBy: (pixels) => goTo(place.current.top + pixels),
    goToTop: () => goTo(0),
    isAtTop: () => place.current.top < 1,
  }
}
