import type { ReactNode } from 'react'
import table from './data-table.module.css'
import { HeaderCell } from './header-cell.tsx'
import classes from './header.module.css'
import { useColumnDrag } from './use-column-drag.ts'
import type { Grid } from './use-grid.ts'

/** The table's head: a click sorts, a drag moves a column, its edge makes it wider. */
export function HeaderRow<Row extends object>(props: { id: string; grid: Grid<Row> }): ReactNode {
  const { id, grid } = props
  const drag = useColumnDrag(grid)
  const headers = grid.columns.table.getFlatHeaders()
  return (
    <div role="rowgroup" className={classes['head']}>
      <div
        role="row"
        aria-rowindex={1}
        className={`${table['columns']} ${classes['headRow']}`}
        {...drag.handlers}
      >
        {grid.columns.shown.map((shown, place) => {
          const header = headers.find((candidate) => candidate.column.id === shown.column.id)
          return (
            header && (
              <HeaderCell
                key={shown.column.id}
                table={id}
                grid={grid}
                header={header}
                shown={shown}
                place={place}
                drag={drag}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
