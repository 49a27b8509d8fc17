import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import classes from './side-panel.module.css'

/** Widths of a panel in pixels. */
const narrowest = 320
const widest = 720
const resizeStep = 16

function within(width: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, width)))
}

/** What a {@link SidePanel} shows. */
export interface SidePanelProps {
  /** What it is about, for those who hear it. */
  label: string
  title: ReactNode
  /** In pixels. */
  width: number
  onWidth: (width: number) => void
  onClose: () => void
  /** A number above 0 asks for the focus, each new one anew. */
  focusRequest: number
  children: ReactNode
}

/** Details at the right of a table. Esc closes it; its left edge can be dragged, or moved with the arrow keys. */
export function SidePanel(props: SidePanelProps): ReactNode {
  const { label, title, width, onWidth, onClose, focusRequest, children } = props
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (focusRequest > 0) panel.current?.focus()
  }, [focusRequest])
  useLayoutEffect(() => {
    const element = panel.current
    return () => {
      // What goes with the panel cannot keep the focus; the table it belongs to takes it.
      if (!element?.contains(document.activeElement)) return
      document.querySelector<HTMLElement>('main [role="grid"]')?.focus()
    }
  }, [])
  const [dragged, setDragged] = useState<number | null>(null)
  const shown = dragged ?? within(width)
  return (
    <aside
      ref={panel}
      aria-label={label}
      tabIndex={-1}
      className={classes['panel']}
      style={{ width: shown }}
    >
      <Edge
        width={shown}
        onDrag={setDragged}
        onWidth={(next) => {
          setDragged(null)
          onWidth(next)
        }}
      />
      <header className={classes['header']}>
        <h2>{title}</h2>
        <ActionIcon variant="subtle" color="gray" aria-label="Close the details" onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className={classes['body']}>{children}</div>
    </aside>
  )
}

function Edge(props: {
  width: number
  onDrag: (width: number) => void
  onWidth: (width: number) => void
}): ReactNode {
  const { width, onDrag, onWidth } = props
  const grabbed = useRef<{ x: number; width: number } | null>(null)
  const widthAt = (x: number): number =>
    grabbed.current ? within(grabbed.current.width + grabbed.current.x - x) : width
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the details"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      className={classes['edge']}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        grabbed.current = { x: event.clientX, width }
      }}
      onPointerMove={(event) => {
        if (grabbed.current) onDrag(widthAt(event.clientX))
      }}
      onPointerUp={(event) => {
        if (grabbed.current) onWidth(widthAt(event.clientX))
        grabbed.current = null
      }}
      onKeyDown={(event: KeyboardEvent) => {
        const step = { ArrowLeft: resizeStep, ArrowRight: -resizeStep }[event.key]
        if (step === undefined) return
        event.preventDefault()
        onWidth(within(width + step))
      }}
    />
  )
}
