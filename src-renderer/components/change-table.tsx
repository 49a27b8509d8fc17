import type { ReactNode } from 'react'
import classes from './change-table.module.css'
import { Nothing } from './nothing.tsx'

/** A column of a row that is to be written, before and after; null where the row is not there. */
export interface Change {
  column: string
  before: string | null
  after: string | null
}

/** A row before and after a write, column by column; what changes is marked. */
export function ChangeTable(props: {
  /** The table that the row is in. */
  table: string
  changes: readonly Change[]
}): ReactNode {
  const { table, changes } = props
  return (
    <table className={classes['table']} aria-label={`The row in ${table}, before and after`}>
      <thead>
        <tr>
          <th scope="col" className={classes['columns']}>
            <code>{table}</code>
          </th>
          <th scope="col" className={classes['before']}>
            Before
          </th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ column, before, after }) => (
          <tr key={column} data-changed={before !== after || undefined}>
            <th scope="row">
              <code>{column}</code>
            </th>
            <td title={before ?? undefined}>{before ?? <Nothing />}</td>
            <td title={after ?? undefined}>{after ?? <Nothing />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
