import { useState, type KeyboardEvent } from 'react'
import type { Look } from './use-look.ts'

/** What the keys of a timeline work on. */
export interface TimelineKeysProps {
  /** Of the rows, in their order. */
  ids: readonly string[]
  /** The row that is the active one at first. */
  first: string | undefined
  rowsInView: number
  look: Look
  /** The moment to zoom around while a row is active. */
  middleOf: (id: string) => number | undefined
  /** Brings a row's bar into sight. */
  onShowBar: (id: string) => void
  /** Brings a row into sight. */
  show: (index: number) => void
  onOpen: (id: string) => void
}

/** The row that the keys work on, known by its id so that it stays when others come. */
export interface TimelineKeys {
  /** -1 where there is none. */
  index: number
  activate: (id: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

function target(key: string, from: number, props: TimelineKeysProps): number | undefined {
  const last = props.ids.length - 1
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from < 0 ? last : from - 1,
    PageDown: from + props.rowsInView,
    PageUp: from - props.rowsInView,
    Home: 0,
    End: last,
  }
  const to = moves[key]
  return to === undefined ? undefined : Math.max(0, Math.min(last, to))
}

function changeLook(key: string, look: Look, at: number | undefined): boolean {
  const acts: Readonly<Record<string, () => void>> = {
    '+': () => look.zoom(1, at),
    '=': () => look.zoom(1, at),
    '-': () => look.zoom(-1, at),
    '0': look.fit,
    ArrowLeft: () => look.pan(-1),
    ArrowRight: () => look.pan(1),
  }
  acts[key]?.()
  return key in acts
}

/** Arrows, Home, End and the page keys move over the rows, left and right over the time; plus and minus zoom, 0 shows all, Z the active row's bar, Enter opens. */
export function useTimelineKeys(props: TimelineKeysProps): TimelineKeys {
  const { ids, first, look, middleOf, onShowBar, show, onOpen } = props
  const [id, setId] = useState<string | null>(first ?? null)
  const index = id === null ? -1 : ids.indexOf(id)
  return {
    index,
    activate: setId,
    onKeyDown: (event) => {
      // A link inside a row has its own keys; so have the browser's commands.
      if (event.target !== event.currentTarget) return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Enter' && id !== null && index >= 0) return onOpen(id)
      if (event.key === 'z' && id !== null && index >= 0) return onShowBar(id)
      if (changeLook(event.key, look, id === null ? undefined : middleOf(id))) {
        return event.preventDefault()
      }
      const to = target(event.key, index, props)
      const next = to === undefined ? undefined : ids[to]
      if (to === undefined || next === undefined) return
      event.preventDefault()
      setId(next)
      show(to)
    },
  }
}
