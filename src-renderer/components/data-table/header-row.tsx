import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Header, ReactTable } from '@tanstack/react-table'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './data-table.module.css'
import type { Features } from './table-features.ts'

/** How far an arrow key moves a column's edge, in pixels. */
const resizeStep = 16

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

/** The table's head: a click sorts, the edge between two columns is dragged. */
export function HeaderRow<Row extends object>(props: {
  table: ReactTable<Features, Row>
}): ReactNode {
  const { table } = props
  return (
    <div role="rowgroup" className={classes['head']}>
      {table.getHeaderGroups().map((group) => (
        <div key={group.id} role="row" aria-rowindex={1} className={classes['headRow']}>
          {group.headers.map((header) => (
            <HeaderCell key={header.id} header={header} table={table} />
          ))}
        </div>
      ))}
    </div>
  )
}

function HeaderCell<Row extends object>(props: {
  header: Header<Features, Row, unknown>
  table: ReactTable<Features, Row>
}): ReactNode {
  const { header, table } = props
  const { column } = header
  const sorted = column.getIsSorted()
  const title = String(column.columnDef.header)
  const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp
  return (
    <div
      role="columnheader"
      aria-label={title}
      aria-sort={sorted ? ariaSort[sorted] : 'none'}
      className={classes['headCell']}
      data-align={column.columnDef.meta?.align}
      data-pinned={column.getIsPinned() || undefined}
      data-sorted={sorted || undefined}
    >
      {column.getCanSort() ? (
        <button
          type="button"
          className={classes['sort']}
          onClick={column.getToggleSortingHandler()}
        >
          <span>{title}</span>
          <Arrow size={12} aria-hidden />
        </button>
      ) : (
        <span>{title}</span>
      )}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={`Width of ${title}`}
        aria-valuenow={column.getSize()}
        tabIndex={0}
        className={classes['edge']}
        data-dragging={column.getIsResizing() || undefined}
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        onKeyDown={(event: KeyboardEvent) => {
          const step = { ArrowLeft: -resizeStep, ArrowRight: resizeStep }[event.key]
          if (step === undefined) return
          event.preventDefault()
          event.stopPropagation()
          const width = column.getSize() + step
          table.setColumnSizing((widths) => ({ ...widths, [column.id]: width }))
        }}
      />
    </div>
  )
}
