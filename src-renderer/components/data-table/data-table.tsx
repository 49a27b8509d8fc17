import { VisuallyHidden } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useCallback, useEffect, useId, useRef, type CSSProperties, type ReactNode } from 'react'
import { domId } from './grid-dom.ts'
import { BodyRow } from './body-row.tsx'
import classes from './data-table.module.css'
import type { DataTableProps } from './data-table-props.ts'
import { copyActive } from './grid-acts.ts'
import { onGridKey } from './grid-keys.ts'
import { mouseHandlers } from './grid-mouse.ts'
import { GridMenu } from './grid-menu.tsx'
import { HeaderRow } from './header-row.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { selectedWords, useGrid, type Grid } from './use-grid.ts'

/**
 * A table of any number of rows, of which those in sight are drawn. It is one stop of the Tab key:
 * arrows, Home, End and the page keys move in it, Enter opens a row, Space and Shift select, and a
 * refresh keeps what is in sight, selected and open.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactNode {
  const { label, rows, empty, footer, selectionActions } = props
  const id = useId()
  const element = useRef<HTMLDivElement>(null)
  const { ref: sizeRef, ...size } = useElementSize<HTMLDivElement>()
  const ref = useMergedRef(element, sizeRef)
  const scrollTo = useCallback((scrolled: number) => {
    const scroller = element.current
    if (scroller && scroller.scrollTop !== scrolled) scroller.scrollTop = scrolled
  }, [])
  const grid = useGrid(props, { element, scrollTo, ...size })
  const { source, window, columns, selection } = grid
  const onRange = rows.kind === 'paged' ? rows.onRange : undefined
  const { first, last } = window
  useEffect(() => onRange?.(first, last), [onRange, first, last])
  const total = columns.shown.reduce((sum, { width }) => sum + width, 0)
  const template = columns.shown.map(({ width }) => `${width}px`).join(' ')
  const style = { '--sl-columns': template, minWidth: total } as CSSProperties
  return (
    <div className={classes['frame']} data-selecting={selection.ids.size > 0 || undefined}>
      {selection.ids.size > 0 && (
        <SelectionBar
          words={selectedWords(selection)}
          onCopy={() => copyActive(grid)}
          onClear={() => {
            selection.clear()
            window.element.current?.focus()
          }}
        >
          {selectionActions?.(selection.rows)}
        </SelectionBar>
      )}
      <div
        ref={ref}
        className={classes['scroller']}
        role="grid"
        aria-label={label}
        aria-rowcount={source.isExact ? source.count + 1 : -1}
        aria-colcount={columns.shown.length}
        aria-multiselectable
        aria-activedescendant={activeDomId(grid, id)}
        tabIndex={0}
        onScroll={() => window.onScroll()}
        onKeyDown={(event) => onGridKey(grid, event)}
        {...mouseHandlers(grid)}
      >
        <div style={style}>
          <HeaderRow id={id} grid={grid} />
          {source.count === 0 ? <LoneRow>{empty}</LoneRow> : <Body id={id} grid={grid} />}
          {source.count > 0 && footer !== undefined && <LoneRow>{footer}</LoneRow>}
        </div>
      </div>
      {grid.announcer.texts.map((text, index) => (
        // Each is a region of its own, so that one does not silence another.
        <VisuallyHidden key={`fact ${index}`} aria-live="polite">
          {text}
        </VisuallyHidden>
      ))}
      <GridMenu grid={grid} />
    </div>
  )
}

/** What is drawn may be active; what is not has no element to name. */
function activeDomId<Row extends object>(grid: Grid<Row>, table: string): string | undefined {
  const { active, window } = grid
  if (active.isHead) return domId(table, 'head', active.column)
  return window.drawn.includes(active.index) ? domId(table, active.index, active.column) : undefined
}

function Body<Row extends object>({ id, grid }: { id: string; grid: Grid<Row> }): ReactNode {
  const { props, source, window, columns, active, selection } = grid
  const { rowLabel, shown } = props
  const keys = new Set<string>()
  return (
    <div role="rowgroup" className={classes['body']} style={{ height: window.height }}>
      {window.drawn.map((index) => {
        const row = source.at(index)
        const rowId = source.idAt(index)
        // Pages that were read at different times may have the same row.
        const key = rowId === undefined || keys.has(rowId) ? `at ${index}` : rowId
        keys.add(key)
        const isActive = !active.isHead && index === active.index
        return (
          <BodyRow
            key={key}
            table={id}
            row={row}
            index={index}
            top={window.topOfRow(index)}
            label={row && rowLabel(row)}
            columns={columns.shown}
            isActive={isActive}
            activeColumn={isActive ? active.column : null}
            isSelected={rowId !== undefined && selection.ids.has(rowId)}
            isShown={rowId !== undefined && rowId === shown}
          />
        )
      })}
    </div>
  )
}

/** What stands in the table beside its rows. */
function LoneRow({ children }: { children: ReactNode }): ReactNode {
  return (
    <div role="rowgroup">
      <div role="row" className={classes['lone']}>
        <div role="gridcell">{children}</div>
      </div>
    </div>
  )
}
