import type { KeyboardEvent } from 'react'
import { isMac } from '../../lib/platform.ts'
import { columnTarget, rowTarget } from './active-cell.ts'
import { withColumnMoved } from './column-layout.ts'
import { activate, copyActive, extendTo, open, toggleRow } from './grid-acts.ts'
import { activeElement, openMenuAtActive, showColumn } from './grid-dom.ts'
import type { Grid } from './use-grid.ts'

/** How far an arrow key moves a column's edge, in pixels. */
export const resizeStep = 16

/** Ctrl, on a Mac Cmd. */
export function hasCommandKey(event: { ctrlKey: boolean; metaKey: boolean }): boolean {
  return isMac ? event.metaKey : event.ctrlKey
}

/** Answers a key; true where it was one of the table's. */
type KeyAnswer = <Row extends object>(grid: Grid<Row>, event: KeyboardEvent) => boolean

const onHeadKey: KeyAnswer = (grid, event) => {
  const { active, columns, props } = grid
  const { column } = active
  if (!active.isHead || column === null) return false
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as -1 | 1 | undefined
  if (by !== undefined && event.altKey) {
    props.onLayout(withColumnMoved(props.columns, props.layout, { id: column, by }))
    return true
  }
  if (by !== undefined && event.shiftKey) {
    const width = columns.shown.find((other) => other.column.id === column)?.width ?? 0
    columns.setWidth(column, width + by * resizeStep)
    return true
  }
  if (event.key === 'Enter' || event.key === ' ') {
    columns.table.getColumn(column)?.toggleSorting()
    return true
  }
  return false
}

const onMoveKey: KeyAnswer = (grid, event) => {
  const { active, setActive, source, window, columns } = grid
  if (event.altKey) return false
  const ids = columns.shown.map(({ column }) => column.id)
  const column = columnTarget(event.key, ids, active.column)
  if (column !== undefined && !event.shiftKey) {
    setActive({ ...active, column: column ?? (active.isHead ? (ids[0] ?? null) : null) })
    if (column !== null) showColumn(grid, column)
    return true
  }
  const { count } = source
  const from = active.isHead ? -1 : active.index
  const isUpInHead = active.isHead && event.key === 'ArrowUp'
  const to = isUpInHead ? undefined : rowTarget(event.key, { ...window, index: from, count })
  if (to === undefined) return active.isHead && event.key.startsWith('Arrow')
  if (event.shiftKey) {
    if (to >= 0) extendTo(grid, to)
  } else if (to < 0) {
    setActive({ isHead: true, index: 0, id: null, column: active.column ?? ids[0] ?? null })
  } else activate(grid, { index: to, column: active.column, by: 'key' })
  return true
}

const onSelectionKey: KeyAnswer = (grid, event) => {
  const { active, selection, announcer } = grid
  if (event.key === 'Escape') {
    if (selection.ids.size === 0) return false
    selection.clear()
    return true
  }
  if (event.key === ' ' && !active.isHead && active.index >= 0) {
    if (event.shiftKey) extendTo(grid, active.index)
    else toggleRow(grid, active.index)
    return true
  }
  if (!hasCommandKey(event) || event.shiftKey || event.altKey) return false
  if (event.key === 'a') {
    selection.selectAll(active.index >= 0 ? active.index : grid.window.first)
    return true
  }
  if (event.key !== 'c' || document.getSelection()?.isCollapsed === false) return false
  if (!copyActive(grid)) announcer.announce('nothing to copy')
  return true
}

const onOpenKey: KeyAnswer = (grid, event) => {
  const { active } = grid
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    openMenuAtActive(grid)
    return true
  }
  if (active.isHead || active.index < 0) return false
  if (event.key === 'Enter') {
    open(grid, active.index)
    return true
  }
  if (event.key !== 'F2') return false
  activeElement(grid)?.querySelector<HTMLElement>('a, button, input, [tabindex]')?.focus()
  return true
}

const answers = [onHeadKey, onSelectionKey, onOpenKey, onMoveKey]

function isTyping(element: EventTarget): boolean {
  return element instanceof HTMLElement && element.closest('input, textarea, select') !== null
}

/** What a table's keys do. Keys on a cell's own control are that control's, but for those that leave it. */
export function onGridKey<Row extends object>(grid: Grid<Row>, event: KeyboardEvent): void {
  const { currentTarget: table, target } = event
  // A menu of a cell is a child of the table only in React.
  if (!(table instanceof HTMLElement) || !table.contains(target as Node)) return
  if (event.defaultPrevented || isTyping(target)) return
  if (target !== table) {
    if (event.key === 'Enter' || event.key === ' ' || event.key === 'F2') return
    if (event.key === 'Escape') {
      table.focus()
      event.preventDefault()
      return
    }
  }
  if (!answers.some((answer) => answer(grid, event))) return
  event.preventDefault()
  if (target !== table) table.focus({ preventScroll: true })
}
