import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Header } from '@tanstack/react-table'
import type { KeyboardEvent, ReactNode } from 'react'
import { pinnedStyle } from './body-row.tsx'
import cells from './data-table.module.css'
import { domId, fittingWidth } from './grid-dom.ts'
import { resizeStep } from './grid-keys.ts'
import classes from './header.module.css'
import { narrowest, widest } from './table-column.ts'
import type { Features } from './table-features.ts'
import type { ColumnDrag } from './use-column-drag.ts'
import type { ShownColumn } from './use-data-table.ts'
import type { Grid } from './use-grid.ts'

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

interface HeaderCellProps<Row extends object> {
  table: string
  grid: Grid<Row>
  header: Header<Features, Row, unknown>
  shown: ShownColumn<Row>
  place: number
  drag: ColumnDrag
}

/** A column's head. It is no stop of the Tab key: the arrow keys come here from the first row. */
export function HeaderCell<Row extends object>(props: HeaderCellProps<Row>): ReactNode {
  const { table, grid, header, shown, place, drag } = props
  const { column, pinnedAt, isLastPinned } = shown
  const { id, title } = column
  const sorted = header.column.getIsSorted()
  const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp
  const { active } = grid
  return (
    <div
      id={domId(table, 'head', id)}
      role="columnheader"
      aria-label={title}
      aria-colindex={place + 1}
      aria-sort={sorted ? ariaSort[sorted] : 'none'}
      className={`${cells['cell']} ${classes['headCell']}`}
      data-column={id}
      data-align={column.align}
      data-pinned={pinnedAt === null ? undefined : isLastPinned ? 'last' : 'inner'}
      data-sorted={sorted || undefined}
      data-active={(active.isHead && active.column === id) || undefined}
      data-drop={drag.target?.id === id ? drag.target.side : undefined}
      data-dragged={drag.dragged === id || undefined}
      style={pinnedStyle(shown)}
    >
      {header.column.getCanSort() ? (
        <button
          type="button"
          tabIndex={-1}
          className={classes['sort']}
          title={title}
          onClick={() => {
            if (drag.hasJustEnded()) return
            grid.setActive({ isHead: true, index: 0, id: null, column: id })
            header.column.toggleSorting()
          }}
        >
          <span>{title}</span>
          <Arrow size={12} aria-hidden />
        </button>
      ) : (
        <span className={classes['title']}>{title}</span>
      )}
      <Edge grid={grid} header={header} title={title} />
    </div>
  )
}

function Edge<Row extends object>(props: {
  grid: Grid<Row>
  header: Header<Features, Row, unknown>
  title: string
}): ReactNode {
  const { grid, header, title } = props
  const { column } = header
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${title}`}
      aria-valuenow={column.getSize()}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={-1}
      className={classes['edge']}
      data-dragging={column.getIsResizing() || undefined}
      onMouseDown={header.getResizeHandler()}
      onTouchStart={header.getResizeHandler()}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={() => grid.columns.setWidth(column.id, fittingWidth(grid, column.id))}
      onKeyDown={(event: KeyboardEvent) => {
        const step = { ArrowLeft: -resizeStep, ArrowRight: resizeStep }[event.key]
        if (step === undefined) return
        event.preventDefault()
        event.stopPropagation()
        grid.columns.setWidth(column.id, column.getSize() + step)
      }}
    />
  )
}
