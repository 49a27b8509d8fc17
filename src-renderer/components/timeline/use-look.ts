import { useEffect, useLayoutEffect, useRef, type PointerEvent, type RefObject } from 'react'
import { around, momentAt, panned, zoomed, type Span } from '../../lib/timeline-scale.ts'

/** One step of the wheel, of a key or of a button. */
const zoomStep = 1.35
const panStep = 0.15
/** A press that moves less than this is a click, in pixels. */
const dragThreshold = 4

/** What a look at a timeline is worked on with. */
export interface LookProps {
  /** What is seen now. */
  span: Span
  /** What can be seen at all. */
  bounds: Span
  /** Null sees everything. */
  onLook: (look: Span | null) => void
}

/** The ways to change what a timeline shows. */
export interface Look {
  /** Zooms by steps, closer with a positive number, around a moment or else the middle. */
  zoom: (steps: number, at?: number) => void
  /** Moves by parts of what is seen, forward with a positive number. */
  pan: (steps: number) => void
  fit: () => void
  /** Brings a stretch into sight, with as much time again around it. */
  show: (stretch: Span) => void
}

/** Changes what a timeline shows; the last look counts, also where a step comes before a drawing. */
export function useLook({ span, bounds, onLook }: LookProps): Look {
  const latest = useRef({ span, bounds })
  useLayoutEffect(() => {
    latest.current = { span, bounds }
  })
  const look = (next: Span): void => {
    const { bounds: all } = latest.current
    latest.current = { span: next, bounds: all }
    // As far out as can be is to follow what comes.
    onLook(next.from <= all.from && next.to >= all.to ? null : next)
  }
  return {
    zoom: (steps, at) => {
      const { span: seen, bounds: all } = latest.current
      const factor = zoomStep ** steps
      look(zoomed(seen, { factor, at: at ?? momentAt(seen, 0.5), bounds: all }))
    },
    pan: (steps) => {
      const { span: seen, bounds: all } = latest.current
      look(panned(seen, { parts: steps * panStep, bounds: all }))
    },
    fit: () => onLook(null),
    show: (stretch) => look(around(stretch, latest.current.bounds)),
  }
}

/** Zooms with Ctrl (or Cmd) and the wheel around the pointer, and moves with a wheel that turns sideways. */
export function useWheelLook(options: {
  scroller: RefObject<HTMLElement | null>
  track: RefObject<HTMLElement | null>
  span: Span
  look: Look
}): void {
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const { scroller } = options
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onWheel = (event: WheelEvent): void => {
      const { track, span, look } = latest.current
      const box = track.current?.getBoundingClientRect()
      if (!box || box.width === 0) return
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX
      if (event.ctrlKey || event.metaKey) {
        // The browser would zoom its page.
        event.preventDefault()
        const part = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))
        look.zoom(-event.deltaY / 100, momentAt(span, part))
      } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault()
        look.pan(sideways / 100)
      }
    }
    // React's own listener could not keep the browser from zooming.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [scroller])
}

/** What a track listens to, to be dragged sideways. */
export interface DragHandlers {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerMove: (event: PointerEvent<HTMLElement>) => void
  onPointerUp: (event: PointerEvent<HTMLElement>) => void
  onPointerCancel: () => void
}

/** Moves what is seen by dragging it. */
export function useDragLook(options: {
  track: RefObject<HTMLElement | null>
  span: Span
  bounds: Span
  onLook: (look: Span | null) => void
}): DragHandlers {
  const { track, span, bounds, onLook } = options
  const grabbed = useRef<{ x: number; span: Span; moves: boolean } | null>(null)
  const end = (): void => {
    grabbed.current = null
  }
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || event.pointerType === 'touch') return
      // A link or a button is pressed, not dragged.
      if (event.target instanceof Element && event.target.closest('a, button')) return
      const box = track.current?.getBoundingClientRect()
      if (!box || event.clientX < box.left) return
      grabbed.current = { x: event.clientX, span, moves: false }
    },
    onPointerMove: (event) => {
      const from = grabbed.current
      const width = track.current?.clientWidth ?? 0
      if (!from || width === 0) return
      const moved = event.clientX - from.x
      if (!from.moves && Math.abs(moved) < dragThreshold) return
      if (!from.moves) event.currentTarget.setPointerCapture(event.pointerId)
      from.moves = true
      onLook(panned(from.span, { parts: -moved / width, bounds }))
    },
    onPointerUp: end,
    onPointerCancel: end,
  }
}
