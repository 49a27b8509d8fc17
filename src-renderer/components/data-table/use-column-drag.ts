import { useRef, useState, type PointerEvent } from 'react'
import { withColumnAt } from './column-layout.ts'
import type { Grid } from './use-grid.ts'

/** A hand that moves less is a click, in pixels. */
const leastMoved = 6

/** Where a dragged column would be put: before or after another one. */
interface DropTarget {
  id: string
  side: 'before' | 'after'
}

/** A column's head that is being dragged to another place. */
export interface ColumnDrag {
  dragged: string | null
  target: DropTarget | null
  /** The click that ends a drag is none. */
  hasJustEnded: () => boolean
  /** Of the row of heads: a quick hand is over the next head before it is seen to move. */
  handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void
    onPointerMove: (event: PointerEvent<HTMLElement>) => void
    onPointerUp: (event: PointerEvent<HTMLElement>) => void
    onPointerCancel: () => void
  }
}

function columnOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined
  return target.closest<HTMLElement>('[data-column]')?.dataset['column']
}

/** Moves a table's columns by their heads. */
export function useColumnDrag<Row extends object>(grid: Grid<Row>): ColumnDrag {
  const { props, columns } = grid
  const pressed = useRef<{ id: string; x: number; isMoved: boolean } | null>(null)
  const ended = useRef(0)
  const [drag, setDrag] = useState<{ id: string; target: DropTarget | null } | null>(null)
  const order = columns.shown.map(({ column }) => column.id)
  const targetAt = (id: string, { clientX, clientY }: PointerEvent): DropTarget | null => {
    const over = columnOf(document.elementFromPoint(clientX, clientY))
    if (over === undefined || over === id || !order.includes(over)) return null
    return { id: over, side: order.indexOf(over) > order.indexOf(id) ? 'after' : 'before' }
  }
  const end = (): void => {
    // The click that comes of it is a moment away.
    if (pressed.current?.isMoved) ended.current = performance.now()
    pressed.current = null
    setDrag(null)
  }
  return {
    dragged: drag?.id ?? null,
    target: drag?.target ?? null,
    hasJustEnded: () => performance.now() - ended.current < 50,
    handlers: {
      onPointerDown: ({ button, clientX, target }) => {
        const id = columnOf(target)
        if (button === 0 && id !== undefined) pressed.current = { id, x: clientX, isMoved: false }
      },
      onPointerMove: (event) => {
        const from = pressed.current
        if (!from) return
        // It was let go outside the window.
        if ((event.buttons & 1) === 0) return end()
        if (!from.isMoved && Math.abs(event.clientX - from.x) < leastMoved) return
        if (!from.isMoved) event.currentTarget.setPointerCapture(event.pointerId)
        from.isMoved = true
        setDrag({ id: from.id, target: targetAt(from.id, event) })
      },
      onPointerUp: (event) => {
        const from = pressed.current
        const target = from?.isMoved ? targetAt(from.id, event)?.id : undefined
        if (from && target !== undefined) {
          props.onLayout(withColumnAt(props.columns, props.layout, { id: from.id, target }))
        }
        end()
      },
      onPointerCancel: end,
    },
  }
}
