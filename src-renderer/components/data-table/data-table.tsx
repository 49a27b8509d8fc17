import { useElementSize, useMergedRef } from '@mantine/hooks'
import type { Row as TableRow } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type CSSProperties, type ReactNode } from 'react'
import classes from './data-table.module.css'
import { HeaderRow } from './header-row.tsx'
import type { Features } from './table-features.ts'
import { useActiveRow, type ActivatedBy } from './use-active-row.ts'
import { useDataTable, type DataTableState } from './use-data-table.ts'

/** In pixels; the stylesheet has it too, as `--sl-row-height`. */
const rowHeight = 32

/** What a table shows and does. */
export interface DataTableProps<Row extends object> extends DataTableState<Row> {
  /** What the table holds, for those who hear it. */
  label: string
  /** A row's name, for those who hear it. */
  rowLabel: (row: Row) => string
  /** The row whose details are shown beside the table. */
  shown?: string | undefined
  /** A click, or a key that moves. */
  onActivate?: ((row: Row, by: ActivatedBy) => void) | undefined
  /** Enter, or a double click. */
  onOpen?: ((row: Row) => void) | undefined
  /** Shown in the place of rows where there are none. */
  empty: ReactNode
}

/**
 * A table of any number of rows, of which those in sight are drawn. Arrows, Home, End and the page
 * keys move the active row, Enter opens it.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactNode {
  const { label, rowLabel, shown, onActivate, onOpen, empty } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: sizeRef, width } = useElementSize()
  const table = useDataTable(props, width)
  const rows = table.getRowModel().rows
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  })
  const withRow = (id: string, act: (row: Row) => void): void => {
    const found = rows.find((candidate) => candidate.id === id)
    if (found) act(found.original)
  }
  const active = useActiveRow({
    ids: rows.map((row) => row.id),
    show: (index) => virtualizer.scrollToIndex(index),
    rowsInView: Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / rowHeight) - 2),
    shown,
    onActivate: (id, by) => withRow(id, (row) => onActivate?.(row, by)),
    onOpen: (id) => withRow(id, (row) => onOpen?.(row)),
  })
  const ref = useMergedRef(scroller, sizeRef)
  const template = table
    .getVisibleLeafColumns()
    .map((column) => `${column.getSize()}px`)
    .join(' ')
  const style = { '--sl-columns': template, minWidth: table.getTotalSize() } as CSSProperties
  return (
    <div
      ref={ref}
      className={classes['scroller']}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={table.getVisibleLeafColumns().length}
      aria-activedescendant={active.index >= 0 ? rowDomId(rows[active.index]?.id) : undefined}
      tabIndex={0}
      onKeyDown={active.onKeyDown}
    >
      <div style={style}>
        <HeaderRow table={table} />
        {rows.length === 0 ? (
          <div role="rowgroup">
            <div role="row">
              <div role="gridcell">{empty}</div>
            </div>
          </div>
        ) : (
          <div
            role="rowgroup"
            className={classes['body']}
            style={{ height: virtualizer.getTotalSize() }}
          >
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = rows[index]
              if (!row) return null
              return (
                <BodyRow
                  key={row.id}
                  row={row}
                  index={index}
                  top={start}
                  label={rowLabel(row.original)}
                  isActive={index === active.index}
                  onActivate={() => active.activate(row.id)}
                  onOpen={() => onOpen?.(row.original)}
                />
              )
            })}
          </div>
        )}
      </div>
    </div>
  )
}

function rowDomId(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `row-${id}`
}

function BodyRow<Row extends object>(props: {
  row: TableRow<Features, Row>
  index: number
  top: number
  label: string
  isActive: boolean
  onActivate: () => void
  onOpen: () => void
}): ReactNode {
  const { row, index, top, label, isActive, onActivate, onOpen } = props
  return (
    <div
      id={rowDomId(row.id)}
      role="row"
      aria-label={label}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onActivate}
      onDoubleClick={onOpen}
    >
      {row.getVisibleCells().map((cell) => (
        <div
          key={cell.id}
          role="gridcell"
          className={classes['cell']}
          data-align={cell.column.columnDef.meta?.align}
          data-pinned={cell.column.getIsPinned() || undefined}
        >
          {typeof cell.column.columnDef.cell === 'function'
            ? cell.column.columnDef.cell(cell.getContext())
            : null}
        </div>
      ))}
    </div>
  )
}
