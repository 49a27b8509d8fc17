import type { MouseEvent } from 'react'
import { isOnControl, placeOf } from './body-row.tsx'
import { activate, extendTo, open, toggleRow } from './grid-acts.ts'
import { openMenuAtActive } from './grid-dom.ts'
import { hasCommandKey } from './grid-keys.ts'
import type { Grid } from './use-grid.ts'

type OnMouse = (event: MouseEvent<HTMLElement>) => void

/** What the mouse does on a table. */
export interface MouseHandlers {
  onMouseDown: OnMouse
  onClick: OnMouse
  onDoubleClick: OnMouse
  onContextMenu: OnMouse
}

function isOnBox({ target }: MouseEvent): boolean {
  return target instanceof HTMLElement && target.dataset['box'] !== undefined
}

function onContextMenu<Row extends object>(grid: Grid<Row>, event: MouseEvent<HTMLElement>): void {
  const { currentTarget: table, target, clientX: x, clientY: y } = event
  if (!(target instanceof Element) || !table.contains(target)) return
  event.preventDefault()
  // A key asks for the menu of what is active; the event is then the table's own.
  if (target === table) return openMenuAtActive(grid)
  const place = placeOf(event)
  if (place) {
    const row = grid.source.at(place.index)
    if (!row) return
    grid.setActive({ ...place, isHead: false, id: grid.source.idAt(place.index) ?? null })
    return grid.setMenu({ at: { x, y }, column: place.column, row })
  }
  const head = target.closest<HTMLElement>('[data-column]')?.dataset['column']
  if (head !== undefined) grid.setMenu({ at: { x, y }, column: head, row: null })
}

/** A click makes a row active; with Ctrl or Cmd it selects one, with Shift a range. */
export function mouseHandlers<Row extends object>(grid: Grid<Row>): MouseHandlers {
  return {
    onMouseDown: (event) => {
      if (!event.shiftKey || isOnControl(event) || !placeOf(event)) return
      // Shift would select text.
      event.preventDefault()
      event.currentTarget.focus({ preventScroll: true })
    },
    onClick: (event) => {
      const place = isOnControl(event) ? null : placeOf(event)
      if (!place) return
      if (event.shiftKey) extendTo(grid, place.index)
      else if (hasCommandKey(event) || isOnBox(event)) toggleRow(grid, place.index)
      else activate(grid, { ...place, by: 'pointer' })
    },
    onDoubleClick: (event) => {
      const place = isOnControl(event) || isOnBox(event) ? null : placeOf(event)
      if (place && !event.shiftKey && !hasCommandKey(event)) open(grid, place.index)
    },
    onContextMenu: (event) => onContextMenu(grid, event),
  }
}
