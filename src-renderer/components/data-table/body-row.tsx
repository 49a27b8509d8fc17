import { memo, type CSSProperties, type MouseEvent, type ReactNode } from 'react'
import classes from './data-table.module.css'
import { domId } from './grid-dom.ts'
import type { ShownColumn } from './use-data-table.ts'

/** What was clicked with. */
export interface RowClick {
  column: string | null
  /** Ctrl, on a Mac Cmd, or the row's own box. */
  isToggle: boolean
  isRange: boolean
}

/** A row, or the place of one that is not here yet. */
export interface BodyRowProps<Row> {
  table: string
  /** Undefined while it is not here. */
  row: Row | undefined
  index: number
  /** In pixels. */
  top: number
  label: string | undefined
  columns: readonly ShownColumn<Row>[]
  isActive: boolean
  activeColumn: string | null
  isSelected: boolean
  isShown: boolean
}

/** How a pinned cell stays where it is. */
export function pinnedStyle({ pinnedAt }: ShownColumn<never>): CSSProperties | undefined {
  return pinnedAt === null ? undefined : { left: pinnedAt }
}

function BodyRowCells<Row>(props: BodyRowProps<Row>): ReactNode {
  const { table, row, index, top, label, columns, isActive, activeColumn } = props
  const { isSelected, isShown } = props
  return (
    <div
      id={domId(table, index, null)}
      role="row"
      aria-label={label}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isShown || undefined}
      aria-busy={row === undefined || undefined}
      className={`${classes['columns']} ${classes['row']}`}
      data-index={index}
      data-active={isActive || undefined}
      data-whole={(isActive && activeColumn === null) || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((shown, place) => {
        const { column, width, pinnedAt, isLastPinned } = shown
        return (
          <div
            key={column.id}
            id={domId(table, index, column.id)}
            role="gridcell"
            aria-colindex={place + 1}
            className={classes['cell']}
            data-column={column.id}
            data-align={column.align}
            data-pinned={pinnedAt === null ? undefined : isLastPinned ? 'last' : 'inner'}
            data-active={(isActive && activeColumn === column.id) || undefined}
            style={pinnedStyle(shown)}
          >
            {place === 0 && <span className={classes['box']} data-box aria-hidden />}
            {row === undefined ? <span className={classes['waiting']} /> : column.cell(row, width)}
          </div>
        )
      })}
    </div>
  )
}

/** A row of a table. What is clicked on it the table finds out by its index. */
// While one scrolls, only the rows that come into sight are drawn.
export const BodyRow = memo(BodyRowCells) as typeof BodyRowCells

/** True where a click is one on a control of a cell: a link, a button, or what opened out of one. */
export function isOnControl(event: MouseEvent): boolean {
  const { currentTarget, target } = event
  if (!(target instanceof Element) || !currentTarget.contains(target)) return true
  const control = target.closest('a, button, input, select, textarea, [role="menuitem"]')
  return control !== null && currentTarget.contains(control)
}

/** Where in a table's body a click is; null where on no row. */
export function placeOf(event: MouseEvent): { index: number; column: string | null } | null {
  const { target } = event
  if (!(target instanceof Element)) return null
  const row = target.closest<HTMLElement>('[data-index]')
  if (!row || !event.currentTarget.contains(row)) return null
  const cell = target.closest<HTMLElement>('[data-column]')
  return { index: Number(row.dataset['index']), column: cell?.dataset['column'] ?? null }
}
