import type { Grid } from './use-grid.ts'

/** The id of a row's or a cell's element, by which `aria-activedescendant` names it. */
export function domId(table: string, row: number | 'head', column: string | null): string {
  return column === null ? `${table}-${row}` : `${table}-${row}-${column}`
}

/** The element of the active cell, or of the active row; null where it is not drawn. */
export function activeElement<Row extends object>(grid: Grid<Row>): HTMLElement | null {
  const id = grid.window.element.current?.getAttribute('aria-activedescendant')
  return id == null ? null : document.getElementById(id)
}

/** Brings a column into sight, beside those that are pinned. */
export function showColumn<Row extends object>(grid: Grid<Row>, id: string): void {
  const scroller = grid.window.element.current
  if (!scroller) return
  let left = 0
  let pinned = 0
  for (const { column, width, pinnedAt } of grid.columns.shown) {
    if (pinnedAt !== null) pinned += width
    if (column.id === id) {
      if (pinnedAt !== null) return
      const right = left + width
      if (left - pinned < scroller.scrollLeft) scroller.scrollLeft = left - pinned
      else if (right > scroller.scrollLeft + scroller.clientWidth) {
        scroller.scrollLeft = right - scroller.clientWidth
      }
      return
    }
    left += width
  }
}

/** Opens the context menu of what the keys are at. */
export function openMenuAtActive<Row extends object>(grid: Grid<Row>): void {
  const { active, source } = grid
  const row = active.isHead ? null : (source.at(active.index) ?? null)
  if (!active.isHead && row === null) return
  const box = activeElement(grid)?.getBoundingClientRect()
  const inset = active.column === null ? 40 : 12
  const at = { x: (box?.left ?? 0) + inset, y: (box?.bottom ?? 0) - 6 }
  grid.setMenu({ at, column: active.column, row })
}

/** How wide a column's cells would be with nothing cut off, of those that are drawn, in pixels. */
export function fittingWidth<Row extends object>(grid: Grid<Row>, column: string): number {
  const scroller = grid.window.element.current
  const cells = scroller?.querySelectorAll<HTMLElement>(`[data-column="${CSS.escape(column)}"]`)
  let widest = 0
  for (const cell of cells ?? []) {
    cell.style.width = 'max-content'
    widest = Math.max(widest, cell.getBoundingClientRect().width)
    cell.style.width = ''
  }
  // The arrow beside a title is in no cell's width.
  return Math.ceil(widest) + 16
}
